# METADATA
# title: Packets that belong to no connection are dropped before any service is opened
# description: >-
#   Packets that fit no connection come from scans and from attempts to slip by the rules; no service needs them.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: 无效状态的数据包先行丢弃
#   description_zh: 不属于任何会话的数据包多来自扫描或绕过规则的尝试，任何服务都不需要它们。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.2.d]
#   evidence: [firewall]
#   max_age: 26h
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.invalid_dropped

import data.lib.firewall

deny contains {"item": "invalid packets", "expected": "dropped first", "actual": false} if not _drops_invalid

_drops_invalid if {
	some chain in firewall.guards(input.firewall.chains, firewall.inward, "ip")
	some place, rule in chain.rules
	rule.verdict in {"drop", "reject"}
	count(rule.matches) == 1
	firewall.only(rule, "ct state", {"invalid", "untracked"})
	"invalid" in rule.matches[0].values
	firewall.comes_first(chain, place)
}
