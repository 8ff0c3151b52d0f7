# METADATA
# title: Each period's report is compiled in time
# description: >-
#   For every period of a definition that has ended and whose term is over there is a report, compiled after the period's
#   end and within the term. A report compiled in the future is none yet; terms that ended long ago are left alone.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 各报告期的报告按期编制
#   description_zh: 每个已结束且到期的报告期均有报告，在报告期结束之后、规定期限之内编制完成。编制日期在将来的报告不计；期限届满已久的不再追究。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D2.2]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 366, bound: ">=366"}}
#   remedy:
#     manual: Compile the report on the period that is named (`hubops report compile`), and find out why it was not compiled in time.
#     manual_zh: 补编该报告期的报告（`hubops report compile`），并查明未按期编制的原因。
#   dated: true
#   measured: true
package controls.reporting.compiled_on_time

import data.lib.periods
import data.lib.records

deny contains {"item": sprintf("%s.%s", [definition.id, period]), "expected": sprintf("<= %d", [definition.compile_days]), "actual": _taken(definition, period)} if {
	some [definition, period] in _due
	not _in_time(definition, period)
}

deny contains {"item": "report_definition", "expected": ">= 1", "actual": 0} if count(input.records.report_definition) == 0

not_applicable := {"en": "No report has fallen due yet.", "zh": "尚无到期的报告。"} if {
	count(input.records.report_definition) > 0
	count(_due) == 0
}

# Periods that ended, whose term is over, and was so at most so many days ago.
_due := [[definition, period] |
	some definition in input.records.report_definition
	some period in periods.ended(definition, input.as_of)
	late := periods.days_ago(period, input.as_of) - definition.compile_days
	late >= 1
	late <= data.params.reporting.compiled_on_time.days
]

_in_time(definition, period) if {
	some days in _days(definition, period)
	days >= 1
	days <= definition.compile_days
}

# Days from the period's end to the first report on it; null for none.
_taken(definition, period) := min(_days(definition, period)) if {
	count(_days(definition, period)) > 0
} else := null

_days(definition, period) := [periods.days_after(report.compiled, period) |
	some report in input.records.report
	report.definition == definition.id
	report.period == period
	records.reached(report.compiled, input.as_of)
]
