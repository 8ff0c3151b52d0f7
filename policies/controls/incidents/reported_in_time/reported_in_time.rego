# METADATA
# title: Weaknesses and suspicious events are reported at once, and their number regularly
# description: >-
#   A return says how many there were, even none, and agrees with the records; authorities hear of the grave ones.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 安全弱点和可疑事件及时报告，定期报告事件数量
#   description_zh: 按期报送安全事件情况（含零报告），且与事件记录相符；各事件发现后及时报告，较大以上事件按时上报主管部门。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.10.12.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 184, bound: "<=366"}
#     report_days: {default: 1, bound: "<=1"}
#     look_back: {default: 365, bound: ">=365"}
#     grave: {default: [grave, large, major], bound: superset}
#   remedy:
#     manual: Report the incident, make the return of the period, and record both.
#     manual_zh: 报告该事件，完成本期安全事件报告（含零报告）并登记。
#   dated: true
package controls.incidents.reported_in_time

import data.lib.operation
import data.lib.records

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "return", "expected": operation.since(input.as_of, _params.days), "actual": null} if {
	count(operation.checks(input.records.operation_check, "incidents", input.as_of, _params.days)) == 0
}

_params := data.params.incidents.reported_in_time

_wrong contains [return, "found", known] if {
	some return in operation.checks(input.records.operation_check, "incidents", input.as_of, _params.look_back)
	known := count([1 |
		some incident in input.records.incident
		incident.found >= return.starts
		incident.found <= return.ends
	])
	return.found != known
}

_wrong contains [incident, "reported", _limit(incident)] if {
	some incident in _incidents
	_missed(incident, "reported")
}

_wrong contains [incident, "authority_told", _limit(incident)] if {
	some incident in _incidents
	incident.level in _params.grave
	_missed(incident, "authority_told")
}

_incidents := [one | some one in input.records.incident; operation.recent(one.found, input.as_of, _params.look_back)]

_limit(incident) := sprintf("%s and %d days", [incident.found, _params.report_days])

_missed(incident, field) if {
	not records.reached(incident[field], input.as_of)
	not operation.recent(incident.found, input.as_of, _params.report_days)
}

_missed(incident, field) if {
	incident[field] != null
	records.days_since(incident.found, input.as_of) - records.days_since(incident[field], input.as_of) > _params.report_days
}
