# METADATA
# title: A packet filter is loaded
# description: >-
#   A service may have been started and its rules be gone since, flushed by hand or by another service's stop.
#   What counts is what the kernel has.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: 主机包过滤规则已加载
#   description_zh: 服务启动过并不表示规则仍在：可能被手工清空，也可能被其他服务停止时清空。以内核中的实际规则为准。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.1.a]
#   evidence: [firewall]
#   max_age: 26h
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.loaded

import data.lib.firewall

deny contains {"item": "incoming filter", "expected": ">= 1 rule", "actual": 0} if count(_rules) == 0

_rules := [rule |
	some chain in firewall.filters(input.firewall.chains, firewall.inward, "ip")
	some rule in chain.rules
]
