# METADATA
# title: Improvements are carried out by their days, and closed with their effect shown
# description: Nothing is overdue; what is closed was approved, done, shown to help, and verified by another than its owner.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 改进事项按计划实施，成效经验证后关闭
#   description_zh: 进度节点无逾期；关闭的事项应已获批、各节点均已完成，有控制项或其他证据证明成效，并由责任人以外的人员验证；完成后应及时关闭。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D3.4]
#   evidence: [records]
#   max_age: 26h
#   params: {close_days: {default: 90, bound: "<=180"}}
#   remedy:
#     manual: Do what is due, have the effect verified by somebody else, close the improvement or open it again, and record it.
#     manual_zh: 完成到期工作，由责任人以外的人员验证成效后关闭；不具备关闭条件的应重新打开，并登记。
#   dated: true
#   measured: true
package controls.improvement.carried_out

import data.lib.records

deny contains {"item": "improvement", "expected": ">= 1", "actual": 0} if count(input.records.improvement) == 0

deny contains {"item": sprintf("%s.milestones.%d", [improvement.id, n + 1]), "expected": sprintf("<= %s", [milestone.due]), "actual": milestone.done} if {
	some improvement in input.records.improvement
	some n, milestone in improvement.milestones
	records.over(milestone.due, input.as_of)
	not records.reached(milestone.done, input.as_of)
}

deny contains {"item": sprintf("%s.closed", [improvement.id]), "expected": sprintf("<= %d", [_days]), "actual": days} if {
	some improvement in input.records.improvement
	not records.reached(improvement.closed, input.as_of)
	_met(improvement, "milestones")
	days := min([records.days_since(milestone.done, input.as_of) | some milestone in improvement.milestones])
	days > _days
}

deny contains {"item": concat(".", [improvement.id, what]), "expected": true, "actual": false} if {
	some improvement in input.records.improvement
	records.reached(improvement.closed, input.as_of)
	some what in {"approved", "milestones", "shown", "verified"}
	not _met(improvement, what)
}

_days := data.params.improvement.carried_out.close_days

_met(improvement, "approved") if _by(improvement.approved, improvement)

_met(improvement, "milestones") if {
	count(improvement.milestones) > 0
	every milestone in improvement.milestones { _by(milestone.done, improvement) }
}

_met(improvement, "shown") if improvement.source.kind == "finding"

_met(improvement, "shown") if {improvement.control, improvement.evidence} != {null}

_met(improvement, "verified") if {
	_by(improvement.verified, improvement)
	not improvement.verified_by in {null, improvement.owner}
}

# A day that came, and not after that of closing.
_by(day, improvement) if {
	records.reached(day, input.as_of)
	day <= records.until({"expires": improvement.closed})
}
