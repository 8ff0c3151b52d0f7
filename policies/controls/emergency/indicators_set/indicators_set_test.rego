package controls.emergency.indicators_set_test

import data.controls.emergency.indicators_set as control

test_pass_set if {
	_denials([_plan({"response_minutes": 30, "rto_minutes": 30, "rpo_minutes": 0})]) == set()
}

test_fail_none if {
	_denials([_plan(null)]) == {{
		"item": "PLAN-1",
		"expected": ["response_minutes", "rpo_minutes", "rto_minutes"],
		"actual": null,
	}}
}

test_fail_recovers_before_it_responds if {
	_denials([_plan({"response_minutes": 31, "rto_minutes": 30, "rpo_minutes": 0})]) == {{
		"item": "PLAN-1.response_minutes",
		"expected": "<= 30",
		"actual": 31,
	}}
}

test_fail_nothing_recorded if {
	_denials([]) == {{"item": "emergency_plan", "expected": ">= 1", "actual": 0}}
}

_denials(plans) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"emergency_plan": plans}}
}

_plan(indicators) := {"id": "PLAN-1", "issued": "2024-01-01", "withdrawn": null, "indicators": indicators}
