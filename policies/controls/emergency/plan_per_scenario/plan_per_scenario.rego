# METADATA
# title: An emergency plan is in force for every scenario
# description: Each scenario that the hub must be ready for has a plan that is issued and not withdrawn.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 各场景均有现行应急预案
#   description_zh: 中枢须应对的每个场景都有已发布且未废止的应急预案。
#   severity: high
#   subject: hub
#   requirements: [HUB-C3.2, GBT22239-8.1.10.13.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     scenarios:
#       bound: superset
#       default: [data_loss, infrastructure_failure, major_disaster, platform_failure, security_incident]
#   remedy:
#     manual: Write and issue an emergency plan for the scenario and record it.
#     manual_zh: 编制并发布该场景的应急预案，并予以登记。
#   dated: true
package controls.emergency.plan_per_scenario

import data.lib.records

deny contains {"item": scenario, "expected": ">= 1", "actual": 0} if {
	some scenario in data.params.emergency.plan_per_scenario.scenarios
	not scenario in _planned
}

_planned contains plan.scenario if {
	some plan in input.records.emergency_plan
	records.in_force(plan, input.as_of)
}
