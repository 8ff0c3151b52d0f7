package controls.emergency.plans_share_framework_test

import data.controls.emergency.plans_share_framework as control

test_pass_on_the_last_day if _denials([_plan({})], [_procedure({})]) == set()

test_fail_without_framework if _denials([_plan({})], []) == {_fails("emergency_framework", 1, 0)}

test_fail_two_frameworks if {
	_denials([_plan({})], [_procedure({}), _procedure({"id": "PRC-2"})]) == {_fails("emergency_framework", 1, 2)}
}

test_fail_plan_outside if {
	_denials([_plan({"id": "PLAN-2"})], [_procedure({})]) == {_fails("PLAN-2", "in the framework", null)}
}

test_pass_draft_outside if {
	_denials([_plan({"id": "PLAN-2", "issued": null})], [_procedure({})]) == set()
}

test_fail_resources_left_out if {
	_denials([_plan({})], [_procedure({"covers": []})]) == {_fails("PRC-1.covers", ["resources"], [])}
}

test_fail_not_compared if {
	_denials([_plan({})], [_procedure({"reviewed": "2025-11-22"})]) == {_fails(
		"PRC-1.reviewed",
		">= 2025-11-23",
		"2025-11-22",
	)}
}

test_fail_nothing_recorded if _denials([], []) == {_fails("emergency_framework", 1, 0)}

_denials(plans, procedures) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"emergency_plan": plans, "procedure": procedures},
	}
		with data.params.emergency.plans_share_framework as {"days": 365, "points": ["resources"]}
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_plan(changes) := object.union({"id": "PLAN-1", "issued": "2024-01-01", "withdrawn": null}, changes)

_procedure(changes) := object.union(
	{
		"id": "PRC-1",
		"topic": "emergency_framework",
		"covers": ["resources"],
		"owner": "POST-1",
		"assets": ["AST-1"],
		"plans": ["PLAN-1"],
		"approved_by": "POST-1",
		"issued": "2024-01-01",
		"reviewed": "2025-11-23",
		"withdrawn": null,
	},
	changes,
)
