# METADATA
# title: A recent satisfaction report was approved and decisions rest on it
# description: >-
#   The newest approved satisfaction report is on a period that ended recently, rests on surveys and complaints, and names
#   what was decided on its grounds.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 近期的满意度报告已批准，并据此作出决策
#   description_zh: 最新一份已批准的满意度报告，其报告期在规定时间内结束，以满意度调查和投诉为数据来源，并列明据此作出的决策。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D1.3]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 428, bound: "<=428"}
#     sources: {default: [complaint, survey], bound: superset}
#   remedy:
#     manual: Compile a satisfaction report from surveys and complaints, have it approved, and record what was decided on its grounds.
#     manual_zh: 依据满意度调查和投诉编制满意度报告，经批准后登记据此作出的决策。
#   dated: true
#   measured: true
package controls.reporting.satisfaction_decided

import data.lib.periods
import data.lib.records

deny contains {"item": "satisfaction", "expected": sprintf("<= %d", [_params.days]), "actual": _age} if not _recent

deny contains {"item": sprintf("%s.sources", [report.id]), "expected": source, "actual": null} if {
	some report in _newest
	some source in _params.sources
	not source in {one.name | some one in report.sources; one.entries >= 1}
}

deny contains {"item": sprintf("%s.decisions", [report.id]), "expected": ">= 1", "actual": 0} if {
	some report in _newest
	count(report.decisions) == 0
}

_params := data.params.reporting.satisfaction_decided

_recent if {
	_age != null
	_age <= _params.days
}

# Days since the end of the newest period that an approved report is on; null for none.
_age := min(_ages) if {
	count(_ages) > 0
} else := null

_ages := [periods.days_ago(report.period, input.as_of) | some report in _approved]

_newest := [report | some report in _approved; periods.days_ago(report.period, input.as_of) == _age]

_approved := [report |
	some report in input.records.report
	some definition in input.records.report_definition
	[definition.id, definition.topic] == [report.definition, "satisfaction"]
	records.reached(report.compiled, input.as_of)
	records.reached(report.approved, input.as_of)
	periods.days_ago(report.period, input.as_of) >= 1
]
