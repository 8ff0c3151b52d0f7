# METADATA
# title: Each rule that lets packets in says whose it is
# description: A rule that nobody can be asked about is never removed.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: 每条放行规则都注明归属
#   description_zh: 无人可问的规则永远不会被清理。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.2.b]
#   evidence: [firewall]
#   max_age: 26h
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.rules_owned

import data.lib.firewall

deny contains denial if some denial in firewall.unguarded(input.firewall.chains, firewall.inward, "ip")

deny contains {"item": firewall.text(rule), "expected": "a comment", "actual": rule.comment} if {
	some hook in firewall.hooks
	some family in ["ip", "ip6"]
	some chain in firewall.guards(input.firewall.chains, hook, family)
	some rule in chain.rules
	firewall.lets_in(rule)
	not _owned(rule.comment)
}

_owned(comment) if {
	is_string(comment)
	trim_space(comment) != ""
}
