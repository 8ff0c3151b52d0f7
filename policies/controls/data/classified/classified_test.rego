package controls.data.classified_test

import data.controls.data.classified as control

test_pass_on_the_last_day if _denials(["SYS-1"], [_asset({"checked": "2025-11-23"})]) == set()

test_fail_the_day_after if {
	_denials(["SYS-1"], [_asset({"checked": "2025-11-22"})]) == {{
		"item": "DATA-1.classification",
		"expected": "<= 365",
		"actual": 366,
	}}
}

test_fail_not_classified if {
	_denials(["SYS-1"], [_asset(null)]) == {{"item": "DATA-1.classification", "expected": "<= 365", "actual": null}}
}

test_fail_system_without_data if {
	_denials(["SYS-1", "SYS-2"], [_asset({"checked": "2026-01-01"})]) == {{
		"item": "SYS-2",
		"expected": ">= 1",
		"actual": 0,
	}}
}

test_pass_deleted_data_is_not_judged if {
	deleted := object.union(_asset(null), {"id": "DATA-2", "retired": "2026-11-22"})
	_denials(["SYS-1"], [_asset({"checked": "2026-01-01"}), deleted]) == set()
}

test_fail_nothing_recorded if _denials([], []) == {{"item": "data_asset", "expected": ">= 1", "actual": 0}}

_denials(systems, assets) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {
			"system": [{"id": id, "opened": "2024-01-01", "retired": null} | some id in systems],
			"data_asset": assets,
		},
	}
		with data.params.data.classified.days as 365
}

_asset(classification) := {
	"id": "DATA-1",
	"system": "SYS-1",
	"classification": classification,
	"opened": "2024-01-01",
	"retired": null,
}
