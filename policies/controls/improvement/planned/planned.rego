# METADATA
# title: Improvements are approved and have a plan and a schedule in time
# description: |
#   Within some days after it is proposed each is approved and says how the problem is solved and until when which
#   step is done; the last step is not due in the far future.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 改进事项按期批准，并有改进方案和进度计划
#   description_zh: 提出后在规定天数内获批，明确改进方案和分步进度；最后一步的计划完成日期不得过远。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D3.3]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 14, bound: "<=60"}
#     longest_days: {default: 366, bound: "<=732"}
#   remedy:
#     manual: Have the improvement approved, write down its plan and milestones, and record them.
#     manual_zh: 提请批准改进事项，明确改进方案和进度安排，并登记。
#   dated: true
package controls.improvement.planned

import data.lib.records

deny contains {"item": "improvement", "expected": ">= 1", "actual": 0} if count(input.records.improvement) == 0

deny contains {"item": sprintf("%s.approved", [improvement.id]), "expected": sprintf("<= %s", [_until(improvement)]), "actual": improvement.approved} if {
	some improvement in input.records.improvement
	records.over(_until(improvement), _approved(improvement))
}

deny contains {"item": concat(".", [improvement.id, what]), "expected": ">= 1", "actual": 0} if {
	some improvement in input.records.improvement
	records.over(_until(improvement), input.as_of)
	some what, steps in {"plan": [improvement.plan | improvement.plan != null], "milestones": improvement.milestones}
	count(steps) == 0
}

deny contains {"item": sprintf("%s.milestones.%d", [improvement.id, n + 1]), "expected": sprintf("<= %d", [_params.longest_days]), "actual": days} if {
	some improvement in input.records.improvement
	some n, milestone in improvement.milestones
	days := records.days_since(improvement.opened, input.as_of) - records.days_since(milestone.due, input.as_of)
	days > _params.longest_days
}

_params := data.params.improvement.planned

_until(improvement) := records.day_after(_noon(improvement.opened), _params.days)

# Not approved is as late as today.
_approved(improvement) := _noon(improvement.approved) if {
	records.reached(improvement.approved, input.as_of)
} else := input.as_of

_noon(day) := sprintf("%sT12:00:00+08:00", [day])
