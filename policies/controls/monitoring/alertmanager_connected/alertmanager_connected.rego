# METADATA
# title: Prometheus knows to whom it sends alerts
# description: >-
#   Without an Alertmanager alerts fire and nobody hears.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: Prometheus 已连接告警管理器
#   description_zh: 未连接 Alertmanager 时，告警触发也无人知晓。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.6, GBT22239-8.1.5.4.f]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy: {role: prometheus, tag: prometheus}
package controls.monitoring.alertmanager_connected

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": "alertmanagers", "expected": ">= 1", "actual": 0} if not _some

_some if count(input.monitoring.central.alertmanagers) > 0

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
