# METADATA
# title: Packets through the host are denied unless a rule lets them pass
# description: >-
#   A host that passes packets on between zones is a boundary that nobody planned; kernel settings alone change as
#   soon as a container engine starts.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: 转发数据包默认拒绝
#   description_zh: 在区域之间转发数据包的主机等于一个计划外的边界；仅靠内核参数不够，容器引擎一启动就会打开转发。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.1.a, GBT22239-8.1.3.2.a]
#   evidence: [firewall]
#   max_age: 26h
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.forwarding_denied_by_default

import data.lib.firewall

deny contains denial if some denial in firewall.unguarded(input.firewall.chains, "forward", "ip")
