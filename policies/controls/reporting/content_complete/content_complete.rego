# METADATA
# title: Reports name the data that they rest on, hold what is laid down, and analyse operation
# description: >-
#   Each report names at least one source that has data of its period, holds every content that its definition asks for,
#   and says what its analysis of operation and maintenance comes to.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 报告注明数据来源，内容齐全，含运维分析
#   description_zh: 每份报告至少注明一项在报告期内有数据的来源，包含编制规定要求的全部内容，并给出运维分析结论。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D2.4]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 366, bound: ">=366"}}
#   remedy:
#     manual: Compile the report anew with what is missing (`hubops report compile` names sources and contents by itself), and have it approved and archived.
#     manual_zh: 补齐所缺内容后重新编制（`hubops report compile` 会自动注明数据来源和内容），并重新审批、归档。
#   dated: true
package controls.reporting.content_complete

import data.lib.periods
import data.lib.records

deny contains {"item": sprintf("%s.sources", [report.id]), "expected": ">= 1", "actual": 0} if {
	some report in _reports
	count([source | some source in report.sources; _tells(source, report.period)]) == 0
}

deny contains {"item": sprintf("%s.contents", [report.id]), "expected": content, "actual": null} if {
	some report in _reports
	some definition in input.records.report_definition
	definition.id == report.definition
	some content in definition.contents
	not content in report.contents
}

deny contains {"item": sprintf("%s.analysis", [report.id]), "expected": "present", "actual": null} if {
	some report in _reports
	report.analysis == null
}

deny contains {"item": "report", "expected": ">= 1", "actual": 0} if count(_reports) == 0

_reports := [report |
	some report in input.records.report
	records.reached(report.compiled, input.as_of)
	periods.days_ago(report.period, input.as_of) <= data.params.reporting.content_complete.days
]

_tells(source, period) if {
	source.entries >= 1
	source.starts < periods.after(period)
	source.ends >= periods.begins(period)
}
