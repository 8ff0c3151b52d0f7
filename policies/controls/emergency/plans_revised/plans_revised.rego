# METADATA
# title: Emergency plans are revised after drills and incidents that showed weaknesses
# description: A drill that failed or found something, and an incident in which a plan did not hold, is answered in time.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 演练或安全事件暴露不足后及时修订预案
#   description_zh: 演练未达标或发现问题的，以及启用预案的事件暴露预案不足的，须在规定期限内修订相应预案。
#   severity: medium
#   subject: hub
#   requirements: [HUB-C3.4, GBT22239-8.1.10.13.d]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 30, bound: "<=90"}}
#   remedy:
#     manual: Revise the plan in the light of the drill or the incident and record the day.
#     manual_zh: 根据演练或事件处置情况修订该预案，并登记修订日期。
#   dated: true
package controls.emergency.plans_revised

import data.lib.records

deny contains {"item": plan.id, "expected": sprintf(">= %s", [day]), "actual": plan.revised} if {
	some plan in _in_force
	some day in _shown[plan.id]
	records.days_since(day, input.as_of) > data.params.emergency.plans_revised.days
	not _revised_since(plan, day)
}

deny contains {"item": "emergency_plan", "expected": ">= 1", "actual": 0} if count(_in_force) == 0

_in_force := [plan | some plan in input.records.emergency_plan; records.in_force(plan, input.as_of)]

# By plan, the days that showed it to be weak.
_shown[drill.plan] contains drill.held if {
	some drill in input.records.drill
	_showed_something(drill)
}

_shown[incident.plan] contains incident.found if {
	some incident in input.records.incident
	incident.plan_failed
}

_showed_something(drill) if drill.weaknesses > 0

_showed_something(drill) if drill.outcome == "failed"

_revised_since(plan, day) if {
	records.reached(plan.revised, input.as_of)
	plan.revised >= day
}
