# METADATA
# title: Management has a zone of its own
# description: Hosts that manage others lie in the management zone, and nothing else lies there.
# schemas:
#   - input.plan: schema.plan
# custom:
#   title_zh: 管理区域独立划分
#   description_zh: 承担管理职能的主机位于管理区域，且该区域内没有其他主机。
#   severity: high
#   subject: stack
#   requirements: [HUB-C4.2, GBT22239-8.1.5.4.a, GBT22239-8.1.2.1.d]
#   evidence: [plan]
#   max_age: 26h
#   params:
#     zone: {default: management}
#     roles: {default: [operations]}
#   remedy:
#     manual: Move the host to the zone that its role belongs in and deploy the stack again.
#     manual_zh: 将主机移至其职能对应的区域并重新部署。
package controls.stack.management_zone_separate

import data.lib.plan

deny contains {"item": host.name, "expected": _params.zone, "actual": host.zone} if {
	some host in _known
	host.role in _params.roles
	host.zone != _params.zone
}

deny contains {"item": host.name, "expected": sprintf("!= %s", [_params.zone]), "actual": host.zone} if {
	some host in _known
	not host.role in _params.roles
	host.zone == _params.zone
}

not_applicable := plan.no_hosts if {
	plan.complete(input.plan)
	count(plan.to_be(input.plan)) == 0
}

_params := data.params.stack.management_zone_separate

_known := [host |
	some host in plan.to_be(input.plan)
	plan.known(host, "zone")
	plan.known(host, "role")
]
