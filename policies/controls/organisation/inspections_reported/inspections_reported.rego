# METADATA
# title: Security inspections are held periodically, reported, announced and followed up
# description: Routine and comprehensive ones cover all that they must in the period; each has a form, a report and announced results.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 定期开展常规和全面安全检查，形成报告、通报结果并完成整改
#   description_zh: 常规和全面安全检查在规定周期内覆盖全部内容；各次检查有检查表、报告和通报，发现的问题无逾期未改。
#   severity: medium
#   subject: hub
#   requirements: [HUB-A5, GBT22239-8.1.7.5.a, GBT22239-8.1.7.5.b, GBT22239-8.1.7.5.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     routine_days: {default: 183, bound: "<=183"}
#     comprehensive_days: {default: 365, bound: "<=366"}
#     report_days: {default: 30, bound: "<=30"}
#     routine: {default: [backup, operation, vulnerabilities], bound: superset}
#     comprehensive: {default: [configuration, measures, regimes], bound: superset}
#   remedy:
#     manual: Hold the inspection, issue its report and results, or mend what it found, and record the day.
#     manual_zh: 开展安全检查，出具报告并通报结果，或完成问题整改，并登记日期。
#   dated: true
package controls.organisation.inspections_reported

import data.lib.records

deny contains {"item": scope, "expected": sprintf(">= %s", [earliest]), "actual": _last(scope)} if {
	some scope in ["routine", "comprehensive"]
	earliest := records.day_after(input.as_of, 0 - _params[sprintf("%s_days", [scope])])
	not _last(scope) >= earliest
}

deny contains {"item": sprintf("%s.checklist", [inspection.id]), "expected": "form", "actual": null} if {
	some inspection in input.records.inspection
	records.reached(inspection.held, input.as_of)
	inspection.checklist == null
}

deny contains {"item": sprintf("%s.%s", [inspection.id, step]), "expected": "day", "actual": inspection[step]} if {
	some inspection in input.records.inspection
	records.days_since(inspection.held, input.as_of) > _params.report_days
	some step in ["reported", "announced"]
	not records.reached(inspection[step], input.as_of)
}

deny contains {
	"item": sprintf("%s.findings.%d", [inspection.id, number]),
	"expected": sprintf("<= %s", [finding.due]),
	"actual": finding.closed,
} if {
	some inspection in input.records.inspection
	some number, finding in inspection.findings
	records.over(finding.due, input.as_of)
	not records.reached(finding.closed, input.as_of)
}

_params := data.params.organisation.inspections_reported

# The day of the last inspection that covered all of its scope; null for none.
_last(scope) := max({null} | {inspection.held |
	some inspection in input.records.inspection
	inspection.scope == scope
	records.reached(inspection.held, input.as_of)
	every part in _params[scope] { part in inspection.covered }
})
