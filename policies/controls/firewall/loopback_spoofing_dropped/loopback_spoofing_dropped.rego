# METADATA
# title: Loopback addresses from outside are dropped
# description: Programs trust whoever comes from the loopback address; only the host itself may use it.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: 丢弃来自外部的环回地址数据包
#   description_zh: 程序往往信任来自环回地址的访问；该地址只应由本机使用。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.2, HUB-C4.3, GBT22239-8.1.3.2.c, GBT22239-8.1.3.3.a]
#   evidence: [firewall]
#   max_age: 26h
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.loopback_spoofing_dropped

import data.lib.firewall

deny contains {"item": source, "expected": "dropped from outside", "actual": false} if {
	some family, source in _loopback
	not _drops(family, source)
}

_loopback := {"ip": "127.0.0.0/8", "ip6": "::1"} if input.firewall.ipv6

_loopback := {"ip": "127.0.0.0/8"} if not input.firewall.ipv6

_drops(family, source) if {
	some chain in firewall.guards(input.firewall.chains, firewall.inward, family)
	some place, rule in chain.rules
	rule.verdict in {"drop", "reject"}
	firewall.only(rule, sprintf("%s saddr", [family]), {source})
	every match in rule.matches {
		_is_outside(match, family)
	}
	firewall.comes_first(chain, place)
}

_is_outside(match, family) if match.on == sprintf("%s saddr", [family])

_is_outside({"on": "iifname", "op": "!=", "values": ["lo"]}, _)
