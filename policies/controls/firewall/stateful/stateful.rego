# METADATA
# title: Replies are let in by the state of their connection, before any service is opened
# description: >-
#   Without following connections, replies can only be let in by opening whole ranges of ports to everybody.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: 按会话状态放行应答数据包，且先于其他放行规则
#   description_zh: 不跟踪会话状态，就只能对所有人开放大段端口才能收到应答。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.2.d]
#   evidence: [firewall]
#   max_age: 26h
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.stateful

import data.lib.firewall

deny contains {"item": "replies", "expected": "accepted first, by state", "actual": false} if not _follows_state

_follows_state if {
	some chain in firewall.guards(input.firewall.chains, firewall.inward, "ip")
	some place, rule in chain.rules
	rule.verdict == "accept"
	count(rule.matches) == 1
	firewall.only(rule, "ct state", {"established", "related"})
	"established" in rule.matches[0].values
	firewall.comes_first(chain, place)
}
