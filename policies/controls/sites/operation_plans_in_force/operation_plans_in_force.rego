# METADATA
# title: Each site and each application system is run by a plan of its own
# description: It is approved and in force, issued or reviewed within the period, and settles all that running takes.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 物理场所、应用系统分别制定运行方案
#   description_zh: 每个在用场所、每个在运行的应用系统各有一份经批准的现行运行方案，按期评审，内容齐全。
#   severity: medium
#   subject: hub
#   requirements: [HUB-C2.3]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     site_parts: {default: [access, duties, faults, inspection, maintenance], bound: superset}
#     system_parts: {default: [access, backup, duties, faults, maintenance, monitoring], bound: superset}
#   remedy:
#     manual: Write or review the plan, have it approved and issued, and record it.
#     manual_zh: 编制或评审运行方案，经批准后发布，并予以登记。
#   dated: true
#   measured: true
package controls.sites.operation_plans_in_force

import data.lib.records
import data.lib.sites

deny contains {"item": need.id, "expected": ">= 1", "actual": 0} if {
	some need in _needs
	count(need.plans) == 0
}

deny contains {"item": sprintf("%s.%s", [plan.id, part]), "expected": "settled", "actual": null} if {
	some need in _needs
	some plan in need.plans
	some part in need.parts
	not part in plan.holds
}

deny contains {"item": plan.id, "expected": sprintf("<= %d", [_params.days]), "actual": min(ages)} if {
	some need in _needs
	some plan in need.plans
	ages := [sites.age(day, input.as_of) | some day in [plan.issued, plan.reviewed]; records.reached(day, input.as_of)]
	min(ages) > _params.days
}

deny contains {"item": kind, "expected": ">= 1", "actual": 0} if {
	some kind in ["site", "system"]
	count(_used[kind]) == 0
}

_params := data.params.sites.operation_plans_in_force

_used["site"] := [site.id | some site in input.records.site; sites.open(site, input.as_of)]

_used["system"] := [one.id | some one in input.records.system; sites.running(one, input.as_of)]

_needs := [{"id": id, "parts": _params[sprintf("%s_parts", [kind])], "plans": _plans(kind, id)} |
	some kind, ids in _used
	some id in ids
]

# A plan for a site and a system at once is a plan for neither.
_plans(kind, id) := [plan |
	some plan in input.records.operation_plan
	plan[kind] == id
	null in [plan.site, plan.system]
	plan.approved_by != null
	records.in_force(plan, input.as_of)
]
