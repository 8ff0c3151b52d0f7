package controls.operation.manuals_followed_test

import data.controls.operation.manuals_followed as control

test_pass_on_the_last_day if _denials([_asset({})], [_procedure({})]) == set()

test_fail_without_manual if _denials([_asset({})], []) == {_fails("AST-1", "device_manual", null)}

test_fail_manual_withdrawn if {
	_denials([_asset({})], [_procedure({"withdrawn": "2026-11-23"})]) == {_fails("AST-1", "device_manual", null)}
}

test_fail_manual_of_another if {
	_denials([_asset({})], [_procedure({"assets": ["AST-2"]})]) == {_fails("AST-1", "device_manual", null)}
}

test_fail_not_compared if {
	_denials([_asset({})], [_procedure({"reviewed": "2025-11-22"})]) == {_fails(
		"PRC-1.reviewed",
		">= 2025-11-23",
		"2025-11-22",
	)}
}

test_fail_tuning_left_out if {
	_denials([_asset({})], [_procedure({"covers": []})]) == {_fails("PRC-1.covers", ["tuning"], [])}
}

test_pass_others_need_none if {
	others := [
		_asset({"id": "AST-2", "importance": "general"}),
		_asset({"id": "AST-3", "category": "line"}),
		_asset({"id": "AST-4", "disposed": "2026-11-22"}),
	]
	_denials(array.concat([_asset({})], others), [_procedure({})]) == set()
}

test_fail_nothing_recorded if _denials([], []) == {_fails("asset", ">= 1", 0)}

_denials(assets, procedures) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"asset": assets, "procedure": procedures},
	}
		with data.params.operation.manuals_followed as {
			"days": 365,
			"points": ["tuning"],
			"categories": ["server"],
			"importance": ["core"],
		}
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_asset(changes) := object.union(
	{"id": "AST-1", "category": "server", "importance": "core", "acquired": "2024-01-01", "disposed": null},
	changes,
)

_procedure(changes) := object.union(
	{
		"id": "PRC-1",
		"topic": "device_manual",
		"covers": ["tuning"],
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
