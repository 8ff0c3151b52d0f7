# METADATA
# title: The host tells the monitoring how it is
# description: >-
#   A host that tells nothing is watched by nobody; its faults are found by its users.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 主机向监控提供运行状态
#   description_zh: 不提供状态的主机无人监控，故障只能由用户发现。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C1.3, GBT22239-8.1.5.4.c, HUB-C4.6]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy: {role: node_exporter, tag: node_exporter}
package controls.monitoring.exporter_running

import data.lib.monitoring

deny := monitoring.not_running(input.monitoring, monitoring.exporter)
