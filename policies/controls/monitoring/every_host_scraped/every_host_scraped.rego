# METADATA
# title: The monitoring server asks this host
# description: >-
#   A host that was left out of the monitoring, or whose server is gone, raises no alarm when it fails. The server's
#   connection to the exporter shows that it is asked now.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 监控服务器正在采集本机
#   description_zh: 被遗漏的主机，或其监控服务器已失效，故障时不会产生告警。以监控服务器与采集组件之间的现有连接为准。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C1.3, GBT22239-8.1.5.4.c, HUB-C4.6]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy: {role: node_exporter, tag: node_exporter}
package controls.monitoring.every_host_scraped

deny contains {"item": "server", "expected": "a host of the inventory", "actual": null} if is_null(input.monitoring.server)

deny contains {"item": "asked_by", "expected": input.monitoring.server.address, "actual": concat(", ", input.monitoring.asked_by)} if {
	not input.monitoring.server.address in input.monitoring.asked_by
}
