package controls.emergency.plan_per_scenario_test

import data.controls.emergency.plan_per_scenario as control

test_pass_in_force if _denials([_plan("2024-01-01", null)]) == set()

test_fail_draft if _denials([_plan(null, null)]) == _none

test_fail_withdrawn if _denials([_plan("2024-01-01", "2026-11-23")]) == _none

test_fail_nothing_recorded if _denials([]) == _none

_none := {{"item": "major_disaster", "expected": ">= 1", "actual": 0}}

_denials(plans) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"emergency_plan": plans}}
		with data.params.emergency.plan_per_scenario.scenarios as ["major_disaster"]
}

_plan(issued, withdrawn) := {"scenario": "major_disaster", "issued": issued, "withdrawn": withdrawn}
