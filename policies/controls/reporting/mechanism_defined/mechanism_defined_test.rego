package controls.reporting.mechanism_defined_test

import data.controls.reporting.mechanism_defined as control

test_pass_defined if _denials([_definition({})]) == set()

test_pass_on_the_first_and_the_last_day if {
	_denials([_definition({"starts": "2026-11-23", "ends": "2026-11-23"})]) == set()
}

test_fail_nothing_defined if _denials([]) == _none

test_fail_not_yet if _denials([_definition({"starts": "2026-12-01"})]) == _none

test_fail_no_more if _denials([_definition({"ends": "2026-11-22"})]) == _none

test_fail_regime_of_something_else if {
	_denials([_definition({"regime": "REG-2"})]) == {_regime("REG-2")}
}

test_fail_regime_withdrawn if _denials([_definition({"regime": "REG-3"})]) == {_regime("REG-3")}

test_fail_one_post if {
	_denials([_definition({"approved_by": "POST-1"})]) == {{
		"item": "RDEF-1.approved_by",
		"expected": "!= POST-1",
		"actual": "POST-1",
	}}
}

test_fail_vacant_post if {
	_denials([_definition({"approved_by": "POST-3"})]) == {{
		"item": "RDEF-1.approved_by",
		"expected": "post with a holder",
		"actual": "POST-3",
	}}
}

test_fail_no_analysis if {
	_denials([_definition({"contents": ["sources", "drills"]})]) == {{
		"item": "RDEF-1.analysis",
		"expected": "content",
		"actual": null,
	}}
}

test_pass_at_the_longest_terms if _denials([_definition({"compile_days": 31, "archive_days": 62})]) == set()

test_fail_terms_too_long if {
	_denials([_definition({"compile_days": 32, "archive_days": 63})]) == {
		{"item": "RDEF-1.compile_days", "expected": "<= 31", "actual": 32},
		{"item": "RDEF-1.archive_days", "expected": "<= 62", "actual": 63},
	}
}

_none := {{"item": "operation", "expected": ">= 1", "actual": 0}}

_regime(id) := {"item": "RDEF-1.regime", "expected": "regime of reporting in force", "actual": id}

_denials(definitions) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {
		"report_definition": definitions,
		"regime": [
			{"id": "REG-1", "topic": "reporting", "issued": "2024-01-10", "withdrawn": null},
			{"id": "REG-2", "topic": "meeting", "issued": "2024-01-10", "withdrawn": null},
			{"id": "REG-3", "topic": "reporting", "issued": "2024-01-10", "withdrawn": "2026-11-23"},
		],
		"post": [
			{"id": "POST-1", "primary": "P-1"},
			{"id": "POST-2", "primary": "P-2"},
			{"id": "POST-3", "primary": null},
		],
	}}
		with data.params.reporting.mechanism_defined as {
			"topics": ["operation"],
			"contents": ["analysis", "sources"],
			"compile_days": 31,
			"archive_days": 62,
		}
}

_definition(changes) := object.union(
	{
		"id": "RDEF-1",
		"topic": "operation",
		"regime": "REG-1",
		"starts": "2026-07-01",
		"ends": null,
		"compile_days": 10,
		"archive_days": 20,
		"compiled_by": "POST-1",
		"approved_by": "POST-2",
		"contents": ["sources", "analysis"],
	},
	changes,
)
