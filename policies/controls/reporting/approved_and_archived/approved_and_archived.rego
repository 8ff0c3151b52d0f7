# METADATA
# title: Reports are submitted, approved and archived in order and in time, and stay as they were archived
# description: Steps follow one another within the definition's terms, and each archive is verified within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 报告依次报送、审批、归档，按期完成，归档后未被改动
#   description_zh: 各步骤依次进行；在编制期限内报送，在归档期限内完成审批和归档；每份归档在规定周期内经核验未被改动。日期在将来的步骤视为尚未完成。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D2.3]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 366, bound: ">=366"}, verify_days: {default: 365, bound: "<=366"}}
#   remedy:
#     manual: Take the step that is named (`hubops report submit`, approve, archive or verify), and have a step taken out of order done over.
#     manual_zh: 完成所列步骤（`hubops report submit`、approve、archive 或 verify）；次序颠倒的，应重新履行。
#   dated: true
#   measured: true
package controls.reporting.approved_and_archived

import data.lib.periods
import data.lib.records

deny contains {"item": sprintf("%s.%s", [report.id, step]), "expected": sprintf(">= %s", [before]), "actual": report[step]} if {
	some report in _reports
	some step, before in {"submitted": "compiled", "approved": "submitted", "archived": "approved"}
	records.reached(report[step], input.as_of)
	not _follows(report[before], report[step])
}

deny contains {"item": sprintf("%s.%s", [report.id, step]), "expected": sprintf("<= %d", [definition[term]]), "actual": _taken(report, step)} if {
	some report in _reports
	some definition in input.records.report_definition
	definition.id == report.definition
	some step, term in {"submitted": "compile_days", "archived": "archive_days"}
	late := periods.days_ago(report.period, input.as_of) - definition[term]
	late >= 1
	true in {late <= _params.days, _taken(report, step) == null} # what was never done is not left alone
	not _in_time(report, step, definition[term])
}

deny contains {"item": sprintf("%s.verified", [report.id]), "expected": sprintf("<= %d", [_params.verify_days]), "actual": age} if {
	some report in _reports
	records.reached(report.archived, input.as_of)
	age := min([records.days_since(day, input.as_of) | some day in [report.archived, report.verified]; records.reached(day, input.as_of)])
	age > _params.verify_days
}

deny contains {"item": "report", "expected": ">= 1", "actual": 0} if count(_reports) == 0

_params := data.params.reporting.approved_and_archived

_reports := [report | some report in input.records.report; records.reached(report.compiled, input.as_of)]

_follows(before, day) if {
	before != null
	before <= day
}

_in_time(report, step, term) if {
	_taken(report, step) != null
	_taken(report, step) <= term
}

# Null while it is not taken, which is less than any number.
_taken(report, step) := periods.days_after(report[step], report.period) if {
	records.reached(report[step], input.as_of)
} else := null
