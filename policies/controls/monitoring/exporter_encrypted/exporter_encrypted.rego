# METADATA
# title: What the host tells the monitoring goes over TLS
# description: >-
#   Metrics name services, versions and loads; in the clear they help an attacker and can be forged on the way.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 监控数据经 TLS 传输
#   description_zh: 监控指标包含服务、版本与负载；明文传输既便于攻击者收集信息，也可能在途中被伪造。
#   severity: high
#   subject: host
#   requirements: [HUB-C1.3, HUB-C4.2, GBT22239-8.1.5.4.b, GBT22239-8.1.2.2.a, GBT22239-8.1.2.2.b]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy: {role: node_exporter, tag: node_exporter}
package controls.monitoring.exporter_encrypted

import data.lib.monitoring

deny := monitoring.not_encrypted(input.monitoring, monitoring.exporter)
