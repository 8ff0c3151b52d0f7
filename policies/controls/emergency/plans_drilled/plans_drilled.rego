# METADATA
# title: Every emergency plan is drilled within the period
# description: A plan that nobody has rehearsed for a year is a hope.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 每项应急预案按期演练
#   description_zh: 每项现行应急预案在规定周期内至少演练一次。
#   severity: high_risk
#   subject: hub
#   requirements: [HUB-C3.3, GBT22239-8.1.10.13.c]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 365, bound: "<=365"}}
#   remedy:
#     manual: Hold a drill of the plan and record it.
#     manual_zh: 组织该预案的演练，并予以登记。
#   dated: true
#   measured: true
package controls.emergency.plans_drilled

import data.lib.records

deny contains {"item": plan.id, "expected": sprintf("<= %d", [_days]), "actual": _age(plan)} if {
	some plan in _in_force
	not _drilled(plan)
}

deny contains {"item": "emergency_plan", "expected": ">= 1", "actual": 0} if count(_in_force) == 0

_days := data.params.emergency.plans_drilled.days

_in_force := [plan | some plan in input.records.emergency_plan; records.in_force(plan, input.as_of)]

_drilled(plan) if {
	age := _age(plan)
	age != null
	age <= _days
}

# Days since the last drill; null for none. A drill still to come is none.
_age(plan) := min(_ages(plan)) if {
	count(_ages(plan)) > 0
} else := null

_ages(plan) := [records.days_since(drill.held, input.as_of) |
	some drill in input.records.drill
	drill.plan == plan.id
	records.reached(drill.held, input.as_of)
]
