# METADATA
# title: A security management regime is in force, approved and reviewed
# description: At least one is in force, and each was issued or reviewed within the period and approved by a post.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 安全管理制度已发布、批准并定期评审
#   description_zh: 至少有一项现行的安全管理制度，均经批准，并在规定周期内发布或评审。
#   severity: high
#   subject: hub
#   requirements: [HUB-A1, GBT22239-8.1.6.2.a, GBT22239-8.1.6.3.b, GBT22239-8.1.6.4.a]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 365, bound: "<=366"}}
#   remedy:
#     manual: Review the regime, have it approved and issued, and record the day.
#     manual_zh: 组织评审该制度，经批准后发布，并登记日期。
#   dated: true
#   measured: true
package controls.regimes.security_regime_reviewed

import data.lib.records

deny contains {"item": regime.id, "expected": sprintf("<= %d", [_days]), "actual": _age(regime)} if {
	some regime in _in_force
	_age(regime) > _days
}

deny contains {"item": sprintf("%s.approved_by", [regime.id]), "expected": "post", "actual": null} if {
	some regime in _in_force
	regime.approved_by == null
}

deny contains {"item": "security", "expected": ">= 1", "actual": 0} if count(_in_force) == 0

_days := data.params.regimes.security_regime_reviewed.days

_in_force := [regime |
	some regime in input.records.regime
	regime.topic == "security"
	records.in_force(regime, input.as_of)
]

_age(regime) := min([records.days_since(day, input.as_of) |
	some day in [regime.issued, regime.reviewed]
	records.reached(day, input.as_of)
])
