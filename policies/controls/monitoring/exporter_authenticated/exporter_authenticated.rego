# METADATA
# title: Only holders of the hub's certificates are told how the host is
# description: >-
#   Without a client's certificate anybody who reaches the port is told of services, users' load and weaknesses.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 仅向持有本中枢证书者提供监控数据
#   description_zh: 不校验客户端证书时，任何能访问端口的人都能获得服务、负载与弱点信息。
#   severity: high
#   subject: host
#   requirements: [HUB-C1.3, HUB-C4.2, GBT22239-8.1.4.1.a]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy: {role: node_exporter, tag: node_exporter}
package controls.monitoring.exporter_authenticated

import data.lib.monitoring

deny := monitoring.not_authenticated(input.monitoring, monitoring.exporter)
