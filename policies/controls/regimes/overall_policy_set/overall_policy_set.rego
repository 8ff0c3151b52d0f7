# METADATA
# title: An overall security policy is in force, whole and reviewed
# description: It states aims, scope, principles and framework, was approved by a post, and was issued or reviewed in the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 总体方针和安全策略已发布、内容完整并定期评审
#   description_zh: 总体方针和安全策略阐明总体目标、范围、原则和安全框架，经批准发布，并在规定周期内发布或评审。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.6.1.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     states: {default: [aims, framework, principles, scope], bound: superset}
#   remedy:
#     manual: Complete the overall policy, have it reviewed, approved and issued, and record it.
#     manual_zh: 补充完善总体方针和安全策略，评审批准后发布，并予以登记。
#   dated: true
package controls.regimes.overall_policy_set

import data.lib.records

deny contains {"item": sprintf("%s.%s", [policy.id, part]), "expected": "stated", "actual": null} if {
	some policy in _policies
	some part in _params.states
	not part in policy.states
}

deny contains {"item": sprintf("%s.approved_by", [policy.id]), "expected": "post", "actual": null} if {
	some policy in _policies
	policy.approved_by == null
}

deny contains {"item": policy.id, "expected": sprintf(">= %s", [_earliest]), "actual": _last(policy)} if {
	some policy in _policies
	_last(policy) < _earliest
}

deny contains {"item": "policy", "expected": ">= 1", "actual": 0} if count(_policies) == 0

_params := data.params.regimes.overall_policy_set

_policies := [regime |
	some regime in input.records.regime
	regime.topic == "policy"
	records.in_force(regime, input.as_of)
]

_earliest := records.day_after(input.as_of, 0 - _params.days)

# What is in force was issued, so there is a day.
_last(policy) := max([day | some day in [policy.issued, policy.reviewed]; records.reached(day, input.as_of)])
