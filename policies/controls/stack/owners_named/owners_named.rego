# METADATA
# title: Every host has an owner
# description: Each host of the stack names who answers for it, so that the inventory of assets is complete.
# schemas:
#   - input.plan: schema.plan
# custom:
#   title_zh: 每台主机均有责任人
#   description_zh: 编排中的每台主机都注明责任部门或责任人，保证资产清单完整。
#   severity: medium
#   subject: stack
#   requirements: [HUB-C2.1, GBT22239-8.1.10.2.a]
#   evidence: [plan]
#   max_age: 26h
#   remedy:
#     manual: Name the host's owner in the stack's program and deploy it again.
#     manual_zh: 在编排程序中注明主机责任人并重新部署。
package controls.stack.owners_named

import data.lib.plan

deny contains {"item": host.name, "expected": "owner", "actual": host.owner} if {
	some host in plan.to_be(input.plan)
	plan.known(host, "owner")
	not _named(host.owner)
}

not_applicable := plan.no_hosts if {
	plan.complete(input.plan)
	count(plan.to_be(input.plan)) == 0
}

_named(owner) if {
	is_string(owner)
	trim_space(owner) != ""
}
