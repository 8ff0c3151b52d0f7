package controls.assets.inventoried_test

import data.controls.assets.inventoried as control

test_pass_on_the_last_day if _denials([_asset({})]) == set()

test_fail_counted_too_long_ago if {
	_denials([_asset({"inventoried": "2025-11-22"})]) == {_fails("inventoried", ">= 2025-11-23", "2025-11-22")}
}

test_fail_never_counted if {
	_denials([_asset({"inventoried": null})]) == {_fails("inventoried", ">= 2025-11-23", null)}
}

test_fail_without_label if _denials([_asset({"tag": null})]) == {_fails("tag", "label", null)}

test_fail_valuable_without_measures if _denials([_asset({"measures": []})]) == {_fails("measures", ">= 1", [])}

test_pass_general_without_measures if {
	_denials([_asset({"measures": [], "importance": "general"})]) == set()
}

test_pass_out_of_use if _denials([_asset({}), _asset({"id": "AST-2", "tag": null, "disposed": "2026-11-22"})]) == set()

test_fail_nothing_recorded if {"item": "asset", "expected": ">= 1", "actual": 0} in _denials([])

_denials(assets) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"asset": assets},
	}
		with data.params.assets.inventoried as {"days": 365, "valuable": ["core", "important"]}
}

_fails(field, expected, actual) := {"item": sprintf("AST-1.%s", [field]), "expected": expected, "actual": actual}

_asset(changes) := object.union(
	{
		"id": "AST-1",
		"host": "hub-1",
		"tag": "T-1",
		"importance": "core",
		"measures": [{"en": "x", "zh": "某"}],
		"inventoried": "2025-11-23",
		"acquired": "2024-01-01",
		"disposed": null,
	},
	changes,
)
