# METADATA
# title: Every host lies in a declared zone
# description: Each host of the stack names its network zone, and the zone is one that the hub has.
# schemas:
#   - input.plan: schema.plan
# custom:
#   title_zh: 每台主机均划入规定的网络区域
#   description_zh: 编排中的每台主机都注明所属网络区域，且该区域属于中枢规定的区域。
#   severity: high
#   subject: stack
#   requirements: [HUB-C4.2, HUB-C4.1, GBT22239-8.1.2.1.c]
#   evidence: [plan]
#   max_age: 26h
#   params: {zones: {default: [access, application, data, management, platform]}}
#   remedy:
#     manual: Name the host's zone in the stack's program and deploy it again.
#     manual_zh: 在编排程序中注明主机所属区域并重新部署。
package controls.stack.hosts_zoned

import data.lib.plan

deny contains {"item": host.name, "expected": sort(_zones), "actual": host.zone} if {
	some host in plan.to_be(input.plan)
	plan.known(host, "zone")
	not host.zone in _zones
}

not_applicable := plan.no_hosts if {
	plan.complete(input.plan)
	count(plan.to_be(input.plan)) == 0
}

_zones := data.params.stack.hosts_zoned.zones
