# METADATA
# title: Whoever moves to another post or leaves goes through the procedure in time
# description: Approved beforehand, work handed over and access withdrawn in time; leavers return things and promise silence first.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 人员调岗、离岗手续完备并及时办理
#   description_zh: 变动事先审批，按时完成工作交接并收回原岗位权限；离岗人员交回物品，承诺调离后保密义务后方可离开。
#   severity: medium
#   subject: hub
#   requirements: [HUB-B6, GBT22239-8.1.8.2.a, GBT22239-8.1.8.2.b]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 1, bound: "<=7"}}
#   remedy:
#     manual: Do now what was left out of the procedure, and record the day.
#     manual_zh: 立即补办缺失的手续，并登记日期。
#   dated: true
package controls.people.staff_changes_handled

import data.lib.organisation
import data.lib.records

deny contains {"item": sprintf("%s.leaving", [person.id]), "expected": person.left, "actual": null} if {
	some person in _leavers
	not [person.id, person.left] in {[change.person, change.effective] | some change in _changes; change.topic == "leaving"}
}

deny contains {"item": sprintf("%s.%s", [change.id, step]), "expected": sprintf("<= %d days", [_days]), "actual": change[step]} if {
	some change in _changes
	some step in _steps[change.topic]
	records.days_since(change.effective, input.as_of) - _done_for(change[step]) > _days
}

deny contains {"item": sprintf("%s.%s", [change.id, step]), "expected": sprintf("<= %s", [change.effective]), "actual": change[step]} if {
	some change in _changes
	some step in _before[change.topic]
	not organisation.by(change[step], change.effective)
}

deny contains {"item": sprintf("%s.granted", [change.id]), "expected": ">= approved", "actual": change.granted} if {
	some change in _changes
	change.granted != null
	not organisation.by(change.approved, change.granted)
}

deny contains {"item": "person", "expected": ">= 1", "actual": 0} if count(input.records.person) == 0

not_applicable := {"en": "Nobody has moved or left.", "zh": "没有人员调岗或离岗。"} if {
	count(input.records.person) > 0
	count(_leavers) + count(_changes) == 0
}

_days := data.params.people.staff_changes_handled.days

_steps := {"transfer": ["withdrawn", "handed_over"], "leaving": ["withdrawn", "handed_over", "returned"]}

_before := {"transfer": ["approved"], "leaving": ["approved", "confidentiality"]}

_leavers := [person | some person in input.records.person; records.over(person.left, input.as_of)]

_changes := [change | some change in input.records.staff_change; records.over(change.effective, input.as_of)]

# How long something has been done; what is not done is late from the day after.
_done_for(day) := records.days_since(day, input.as_of) if {
	records.reached(day, input.as_of)
} else := 0
