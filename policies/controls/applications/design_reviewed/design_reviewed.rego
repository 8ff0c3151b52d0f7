# METADATA
# title: The secure design of every application is reviewed and what was found is mended
# description: >-
#   Each system in operation was reviewed within the period, in how it handles data and in what its functions let users do,
#   and no finding is open.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 各应用系统的安全设计经过评审并完成整改
#   description_zh: 每个在用系统在规定周期内经过安全设计评审，覆盖数据处理和功能设计，且无未整改问题。
#   severity: high
#   subject: hub
#   requirements: [HUB-C4.5]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=365"}
#     scope: {default: [data_handling, functions], bound: superset}
#   remedy:
#     manual: Review the system's design of data handling and functions, mend what is found, and record it (system.design_review).
#     manual_zh: 评审系统的数据处理和功能安全设计，整改发现的问题，登记在系统（system）记录的 design_review 中。
#   dated: true
#   measured: true
package controls.applications.design_reviewed

import data.lib.checks

deny contains {
	"item": sprintf("%s.design_review", [system.id]),
	"expected": sprintf("<= %d", [_params.days]),
	"actual": checks.age(system.design_review, input.as_of),
} if {
	some system in _systems
	checks.overdue(system.design_review, _params.days, input.as_of)
}

deny contains {"item": sprintf("%s.design_review.scope", [system.id]), "expected": sort(_params.scope), "actual": sort(system.design_review.scope)} if {
	some system in _systems
	some one in _params.scope
	not one in system.design_review.scope
}

deny contains {"item": sprintf("%s.design_review.open", [system.id]), "expected": 0, "actual": system.design_review.open} if {
	some system in _systems
	system.design_review.open > 0
}

deny contains {"item": "system", "expected": ">= 1", "actual": 0} if count(_systems) == 0

_systems := checks.in_use(input.records.system, input.as_of)

_params := data.params.applications.design_reviewed
