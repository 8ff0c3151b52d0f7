# METADATA
# title: Alerts leave the hub
# description: >-
#   A notification that failed is an alert that nobody had. What failed in the last hour counts.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 告警通知均已送达
#   description_zh: 发送失败的通知等于无人收到告警。统计最近一小时。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.6, GBT22239-8.1.5.4.f]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy:
#     manual: Read journalctl -u prometheus-alertmanager, mend the receiver that it names, and see that the Watchdog arrives at the dead man's switch.
#     manual_zh: 用 journalctl -u prometheus-alertmanager 找出并修复出错的接收方，确认失联告警服务收到 Watchdog。
#   measured: true
package controls.monitoring.notifications_delivered

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": "failed_notifications", "expected": 0, "actual": _failed} if _failed != 0

default _failed := null

_failed := input.monitoring.central.failed_notifications

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
