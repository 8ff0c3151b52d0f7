# METADATA
# title: Complaints are answered in time, closed, and lead to improvement where they are justified
# description: Those of the period are judged, and those that are still open however old they are.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 用户投诉按时答复、办结，属实的推动改进
#   description_zh: 每件投诉受理后在规定天数内确定答复时限；逾期答复、逾期未办结的均予指出，未办结的不论受理时间；属实或部分属实的应形成改进事项。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D1.4]
#   evidence: [records]
#   max_age: 26h
#   params:
#     answer_days: {default: 15, bound: "<=60"}
#     close_days: {default: 30, bound: "<=90"}
#     period_days: {default: 366, bound: ">=366"}
#   remedy:
#     manual: Answer the complaint and close it; where it is justified open an improvement and name it in the complaint.
#     manual_zh: 答复并办结投诉；属实的提出改进事项，并在投诉记录中注明。
#   dated: true
#   measured: true
package controls.satisfaction.complaints_handled

import data.lib.records

deny contains {"item": "complaint", "expected": ">= 1", "actual": 0} if count(_received) == 0

deny contains {"item": concat(".", [complaint.id, "due"]), "expected": sprintf("<= %d", [_params.answer_days]), "actual": days} if {
	some complaint in _received
	days := _age(complaint.received) - _age(complaint.due)
	days > _params.answer_days
}

deny contains {"item": _item(complaint, "answered"), "expected": sprintf("<= %s", [complaint.due]), "actual": complaint.answered} if {
	some complaint in _received
	records.over(complaint.due, _answered(complaint))
}

deny contains {"item": _item(complaint, "closed"), "expected": sprintf("<= %d", [_params.close_days]), "actual": days} if {
	some complaint in _received
	not records.reached(complaint.closed, input.as_of)
	days := _age(complaint.due)
	days > _params.close_days
}

deny contains {"item": _item(complaint, "improvement"), "expected": ">= 1", "actual": 0} if {
	some complaint in _received
	records.reached(complaint.closed, input.as_of)
	complaint.outcome != "unjustified"
	complaint.improvement == null
}

_params := data.params.satisfaction.complaints_handled

_received := [complaint | some complaint in input.records.complaint; records.reached(complaint.received, input.as_of); not _past(complaint)]

_past(complaint) if {
	_age(complaint.received) > _params.period_days
	records.reached(complaint.closed, input.as_of)
}

# Not answered is as late as today.
_answered(complaint) := concat("", [complaint.answered, "T00:00:00+08:00"]) if {
	records.reached(complaint.answered, input.as_of)
} else := input.as_of

_item(complaint, what) := concat(".", [complaint.id, what])

_age(day) := records.days_since(day, input.as_of)
