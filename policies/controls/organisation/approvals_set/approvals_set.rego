# METADATA
# title: What needs approval and by whom is set and reviewed, weighty matters in steps
# description: Each matter has approving posts that somebody holds, weighty ones those of two people in turn, and was reviewed in the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 审批事项、审批岗位和批准人明确，重要事项逐级审批，并定期审查
#   description_zh: 各审批事项均明确有人任岗的审批岗位，重要事项由不同人员逐级审批，审批事项在规定周期内审查。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.7.3.a, GBT22239-8.1.7.3.b, GBT22239-8.1.7.3.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     in_steps: {default: [change, important_operation], bound: superset}
#     matters: {default: [change, important_operation, physical_access, system_access], bound: superset}
#   remedy:
#     manual: Set the posts that approve the matter, or review whether they are still right, and record it.
#     manual_zh: 明确该事项的审批岗位，或对审批事项开展审查，并予以登记。
#   dated: true
package controls.organisation.approvals_set

import data.lib.organisation
import data.lib.records

deny contains {"item": matter, "expected": ">= 1", "actual": 0} if {
	some matter in _params.matters
	not matter in {approval.matter | some approval in _in_force}
}

deny contains {"item": sprintf("%s.%s", [approval.id, step]), "expected": "holder", "actual": null} if {
	some approval in _in_force
	some step in approval.steps
	count(_holders([step])) == 0
}

deny contains {"item": sprintf("%s.steps", [approval.id]), "expected": ">= 2", "actual": sort(_holders(approval.steps))} if {
	some approval in _in_force
	approval.matter in _params.in_steps
	count(_holders(approval.steps)) < 2
}

deny contains {"item": approval.id, "expected": sprintf(">= %s", [_earliest]), "actual": _last(approval)} if {
	some approval in _in_force
	_last(approval) < _earliest
}

_params := data.params.organisation.approvals_set

_earliest := records.day_after(input.as_of, 0 - _params.days)

_in_force := [approval |
	some approval in input.records.approval
	organisation.holds(approval, records.today(input.as_of))
]

_holders(steps) := {post.primary | some post in input.records.post; post.id in steps; post.primary != null}

_last(approval) := max([day |
	some day in [approval.established, approval.reviewed]
	records.reached(day, input.as_of)
])
