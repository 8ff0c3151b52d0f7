# METADATA
# title: Emergency plans are revised after drills that showed weaknesses
# description: A drill that failed or found something is answered by a revision of its plan within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 演练发现问题后及时修订预案
#   description_zh: 演练未达标或发现问题的，须在规定期限内修订相应预案。
#   severity: medium
#   subject: hub
#   requirements: [HUB-C3.4, GBT22239-8.1.10.13.d]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 30, bound: "<=90"}}
#   remedy:
#     manual: Revise the plan in the light of the drill and record the day.
#     manual_zh: 根据演练情况修订该预案，并登记修订日期。
#   dated: true
package controls.emergency.plans_revised

import data.lib.records

deny contains {"item": plan.id, "expected": sprintf(">= %s", [drill.held]), "actual": plan.revised} if {
	some plan in _in_force
	some drill in input.records.drill
	drill.plan == plan.id
	_showed_something(drill)
	records.days_since(drill.held, input.as_of) > data.params.emergency.plans_revised.days
	not _revised_since(plan, drill)
}

deny contains {"item": "emergency_plan", "expected": ">= 1", "actual": 0} if count(_in_force) == 0

_in_force := [plan | some plan in input.records.emergency_plan; records.in_force(plan, input.as_of)]

_showed_something(drill) if drill.weaknesses > 0

_showed_something(drill) if drill.outcome == "failed"

_revised_since(plan, drill) if {
	records.reached(plan.revised, input.as_of)
	plan.revised >= drill.held
}
