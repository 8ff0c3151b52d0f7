# METADATA
# title: Each rule that opens a service names protocol, port and source
# description: >-
#   What is open to more than those who need it is open to attackers as well. Services for everybody are named in
#   the profile.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: 每条放行规则都限定协议、端口与来源
#   description_zh: 放行范围超出实际需要，也就向攻击者敞开。面向公众的服务须在配置档案中列明。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.2.c, GBT22239-8.1.4.4.b]
#   evidence: [firewall]
#   max_age: 26h
#   params:
#     public_ports: {default: []}
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.accepts_narrow

import data.lib.firewall

deny contains denial if some denial in firewall.unguarded(input.firewall.chains, firewall.inward, "ip")

deny contains {"item": firewall.text(rule), "expected": "protocol, port and source", "actual": sort(_lacks(rule))} if {
	some hook in firewall.hooks
	some rule in firewall.openings(input.firewall.chains, hook)
	count(_lacks(rule)) > 0
}

_lacks(rule) := {part | some part, given in {"port": _has_port(rule), "source": _has_source(rule)}; not given}

_has_port(rule) := count(firewall.ports(rule)) > 0

default _has_source(_) := false

_has_source(rule) if firewall.limited(rule)

# Declared as a service for everybody.
_has_source(rule) if {
	_has_port(rule)
	every port in firewall.ports(rule) {
		port in data.params.firewall.accepts_narrow.public_ports
	}
}
