# METADATA
# title: SSH is open to the management networks only
# description: Whoever can reach the management port from anywhere can try keys and unknown flaws from anywhere.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: SSH 仅对管理网络开放
#   description_zh: 管理端口若可从任意地址访问，任何地方都能尝试破解或利用未知漏洞。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, HUB-C4.2, GBT22239-8.1.4.4.c]
#   evidence: [firewall]
#   max_age: 26h
#   params:
#     management_ports: {default: [22], bound: "superset"}
#     management_prefix_v4: {default: 16, bound: ">=8"}
#     management_prefix_v6: {default: 48, bound: ">=32"}
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.management_sources_limited

import data.lib.firewall

deny contains denial if some denial in firewall.unguarded(input.firewall.chains, firewall.inward, "ip")

deny contains {"item": firewall.text(rule), "expected": _expected, "actual": sort(firewall.sources(rule))} if {
	some rule in firewall.openings(input.firewall.chains, firewall.inward)
	some port in _params.management_ports
	firewall.reaches(rule, port)
	not _narrow(rule)
}

_narrow(rule) if {
	count(firewall.sources(rule)) > 0
	every source in firewall.sources(rule) {
		firewall.narrow(source, _params.management_prefix_v4, _params.management_prefix_v6)
	}
}

_expected := sprintf("sources from /%d (IPv4) and /%d (IPv6)", [_params.management_prefix_v4, _params.management_prefix_v6])

_params := data.params.firewall.management_sources_limited
