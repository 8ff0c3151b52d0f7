# METADATA
# title: The management addresses are never banned, and no more than they
# description: >-
#   An automation that is banned cannot mend the host; a network that is ignored as a whole may guess for ever.
# schemas:
#   - input.intrusion: schema.intrusion
# custom:
#   title_zh: 管理地址不被封禁，且豁免范围不过宽
#   description_zh: 自动化所用地址一旦被封禁，就无法再修复主机；若整个大网段被豁免，其中任何人都可无限次猜测。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.3, GBT22239-8.1.3.3.a, GBT22239-8.1.3.3.b]
#   evidence: [intrusion]
#   max_age: 26h
#   params:
#     never_banned: {default: []}
#     ignored_prefix_v4: {default: 16, bound: ">=8"}
#     ignored_prefix_v6: {default: 48, bound: ">=32"}
#   remedy: {role: intrusion, tag: intrusion_ssh}
package controls.intrusion.management_never_banned

import data.lib.firewall

deny contains {"item": "never banned", "expected": ">= 1 address from outside", "actual": 0} if count(_outside) == 0

deny contains {"item": address, "expected": "never banned", "actual": false} if {
	some address in _params.never_banned
	not address in input.intrusion.ssh.ignored
}

deny contains {"item": network, "expected": _expected, "actual": network} if {
	some network in _outside
	not firewall.narrow(network, _params.ignored_prefix_v4, _params.ignored_prefix_v6)
}

_outside := {address |
	some address in input.intrusion.ssh.ignored
	not startswith(address, "127.")
	address != "::1"
}

_expected := sprintf("networks from /%d (IPv4) and /%d (IPv6)", [_params.ignored_prefix_v4, _params.ignored_prefix_v6])

_params := data.params.intrusion.management_never_banned
