# METADATA
# title: The exporter answers on the management address alone
# description: >-
#   On every address it answers networks that have no business with the monitoring.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 采集组件仅监听管理地址
#   description_zh: 监听全部地址会向与监控无关的网络开放。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.c, GBT22239-8.1.5.4.b]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy: {role: node_exporter, tag: node_exporter}
package controls.monitoring.exporter_on_own_address

import data.lib.monitoring

deny := monitoring.on_every_address(input.monitoring, monitoring.exporter)
