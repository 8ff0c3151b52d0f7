# METADATA
# title: The exporter runs without rights that it does not need
# description: >-
#   It is reached over the network and reads the whole host; whoever breaks into it must gain nothing more.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 采集组件以最小权限运行
#   description_zh: 采集组件暴露于网络且读取整机信息，即使被攻破也不应获得更多权限。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.a]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy: {role: node_exporter, tag: node_exporter}
package controls.monitoring.exporter_confined

import data.lib.monitoring

deny := monitoring.not_confined(input.monitoring, monitoring.exporter)
