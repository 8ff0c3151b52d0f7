package controls.emergency.plans_drilled_test

import data.controls.emergency.plans_drilled as control

test_pass_on_the_last_day if _denials([_plan], [_drill("PLAN-1", "2025-11-23")]) == set()

test_fail_the_day_after if _denials([_plan], [_drill("PLAN-1", "2025-11-22")]) == _fails(366)

test_pass_the_latest_counts if {
	_denials([_plan], [_drill("PLAN-1", "2024-01-01"), _drill("PLAN-1", "2026-01-01")]) == set()
}

test_fail_never if _denials([_plan], []) == _fails(null)

test_fail_another_plan if _denials([_plan], [_drill("PLAN-2", "2026-01-01")]) == _fails(null)

test_fail_only_planned if _denials([_plan], [_drill("PLAN-1", "2026-11-24")]) == _fails(null)

test_fail_no_plan if {
	_denials([], []) == {{"item": "emergency_plan", "expected": ">= 1", "actual": 0}}
}

_denials(plans, drills) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"emergency_plan": plans, "drill": drills},
	}
		with data.params.emergency.plans_drilled.days as 365
}

_fails(actual) := {{"item": "PLAN-1", "expected": "<= 365", "actual": actual}}

_plan := {"id": "PLAN-1", "issued": "2024-01-01", "withdrawn": null}

_drill(plan, held) := {"plan": plan, "held": held}
