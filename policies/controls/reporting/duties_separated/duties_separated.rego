# METADATA
# title: Reports are compiled and approved by the posts that are named for it, and never by one person
# description: Whoever compiled, submitted or archived held the compiling post that day, whoever approved the approving one.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 报告由规定岗位编制和审批，编制人与审批人不为同一人
#   description_zh: 编制、报送、归档人为编制岗位的任职人员，批准人为审批岗位的任职人员，且当日均在岗；批准人不是该报告的编制人或报送人。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D2.3]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 366, bound: ">=366"}}
#   remedy:
#     manual: Have the report approved anew by a holder of the approving post who had no part in compiling it; record who held the posts before in held_before.
#     manual_zh: 由审批岗位任职人员（非编制人、报送人）重新审批该报告；岗位人员有变动的，在 held_before 中登记历任人员。
#   dated: true
package controls.reporting.duties_separated

import data.lib.periods
import data.lib.records

deny contains {"item": sprintf("%s.approved_by", [report.id]), "expected": sprintf("!= %s", [field]), "actual": report.approved_by} if {
	some report in _reports
	some field in ["compiled_by", "submitted_by"]
	report.approved_by != null
	report.approved_by == report[field]
}

deny contains {"item": sprintf("%s.%s_by", [report.id, step]), "expected": post, "actual": person} if {
	some report in _reports
	some definition in input.records.report_definition
	definition.id == report.definition
	some step in ["compiled", "submitted", "approved", "archived"]
	records.reached(report[step], input.as_of)
	person := report[sprintf("%s_by", [step])]
	post := object.get({"approved": definition.approved_by}, step, definition.compiled_by)
	not _held(definition, post, person, report[step])
}

deny contains {"item": "report", "expected": ">= 1", "actual": 0} if count(_reports) == 0

# Old reports are left alone: who held a post years ago is not recorded.
_reports := [report |
	some report in input.records.report
	records.reached(report.compiled, input.as_of)
	periods.days_ago(report.period, input.as_of) <= data.params.reporting.duties_separated.days
]

_held(definition, post, person, day) if {
	_holds(definition, post, person, day)
	some one in input.records.person
	one.id == person
	one.joined <= day
	records.until({"expires": one.left}) >= day
}

_holds(_, post, person, _) if {
	some one in input.records.post
	[one.id, person] in [[post, one.primary], [post, one.deputy]]
}

_holds(definition, post, person, day) if {
	some one in definition.held_before
	[one.post, one.person] == [post, person]
	one.starts <= day
	day <= one.ends
}
