# METADATA
# title: Every system in operation is graded, reviewed, approved and filed
# description: |
#   The level and its reasons are in a report, experts reviewed them before they were approved, authority and police
#   have them on file, and within the period somebody compared them with the system as it is.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 在用系统均已定级、论证、批准并备案
#   description_zh: 定级报告书面说明等级及理由，定级结果先经专家论证再获批准，已报主管部门和公安机关备案，并在规定周期内对照系统现状核对。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.9.1.a, GBT22239-8.1.9.1.b, GBT22239-8.1.9.1.c, GBT22239-8.1.9.1.d]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 365, bound: "<=366"}}
#   remedy:
#     manual: Take the step of grading and filing that is named, or grade the system anew, and record it.
#     manual_zh: 补办所列的定级备案环节，或对系统重新定级，并予以登记。
#   dated: true
#   measured: true
package controls.construction.systems_graded

import data.lib.construction

deny contains denial if {
	some denial in construction.unrecorded(_systems, {grading.system | some grading in input.records.grading})
}

deny contains {"item": sprintf("%s.level", [grading.id]), "expected": system.level, "actual": grading.level} if {
	some system in _systems
	some grading in construction.of([system], input.records.grading)
	grading.level != system.level
}

deny contains denial if {
	some grading in _gradings
	some denial in construction.blank(grading, ["report", "approved_by", "filing_number", "checked_by"])
}

deny contains denial if {
	some grading in _gradings
	some denial in construction.late(
		grading,
		{
			"experts_reviewed": grading.approved,
			"approved": grading.filed_with_police,
			"filed_with_authority": null,
			"filed_with_police": null,
		},
		input.as_of,
	)
}

deny contains denial if {
	some grading in _gradings
	some denial in construction.overdue(grading, "checked", data.params.construction.systems_graded.days, input.as_of)
}

_systems := construction.operating(input.records.system, input.as_of)

_gradings := construction.of(_systems, input.records.grading)
