# METADATA
# title: Risks are assessed and security is tested for every system, with a report
# description: >-
#   Each system in operation had an assessment of risks and a test of security within the period, each with a
#   report that a post took note of.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 各系统定期开展风险评估与安全测评并形成报告
#   description_zh: 各在用系统在规定周期内均开展风险评估和安全测评，形成报告并经审阅。
#   severity: high
#   subject: hub
#   requirements: [HUB-C4.8, GBT22239-8.1.10.5.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     forms: {default: [risk_assessment, security_test], bound: superset}
#   remedy:
#     manual: Assess the system, write the report, have it taken note of, and record the assessment.
#     manual_zh: 对该系统开展评估，形成报告并经审阅后登记。
#   dated: true
package controls.operation.risks_assessed

import data.lib.operation

deny contains denial if some denial in operation.denials(_wrong)

deny contains {
	"item": sprintf("%s.%s", [system.id, form]),
	"expected": operation.since(input.as_of, _params.days),
	"actual": null,
} if {
	some system in _systems
	some form in _params.forms
	count([1 | some one in _assessments; one.form == form; system.id in one.systems]) == 0
}

deny contains {"item": "system", "expected": ">= 1", "actual": 0} if count(_systems) == 0

_params := data.params.operation.risks_assessed

_wrong contains [assessment, field, expected] if {
	some assessment in _assessments
	some field, expected in {"report": "number", "accepted_by": "post"}
	assessment[field] == null
}

_assessments := [one |
	some one in input.records.risk_assessment
	operation.recent(one.held, input.as_of, _params.days)
]

_systems := [system |
	some system in input.records.system
	operation.used(system.opened, system.retired, input.as_of)
]
