package controls.construction.levels_assessed_test

import data.controls.construction.levels_assessed as control

test_pass_on_the_last_day if _denials([_assessment({"held": "2025-11-23"})]) == set()

test_fail_the_day_after if {
	_denials([_assessment({"held": "2025-11-22"})]) == {{"item": "LAS-1.held", "expected": "<= 365", "actual": 366}}
}

test_fail_only_planned if _denials([_assessment({"held": "2026-11-24"})]) == _none("SYS-1")

test_pass_only_the_last_counts if {
	_denials([_assessment({}), _assessment({"held": "2025-05-28", "level": 2, "conclusion": "does_not_conform"})]) == set()
}

test_fail_either_of_two_on_one_day if {
	_denials([_assessment({}), _assessment({"id": "LAS-2", "level": 2})]) == {{"item": "LAS-2.level", "expected": 3, "actual": 2}}
}

test_fail_does_not_conform if {
	_denials([_assessment({"conclusion": "does_not_conform"})]) == {{
		"item": "LAS-1.conclusion",
		"expected": "conforms",
		"actual": "does_not_conform",
	}}
}

test_pass_largely_conforms if _denials([_assessment({"conclusion": "largely_conforms"})]) == set()

test_fail_assessed_at_another_level if {
	_denials([_assessment({"level": 2})]) == {{"item": "LAS-1.level", "expected": 3, "actual": 2}}
}

test_fail_what_is_missing if {
	every field in ["certificate", "certified_until"] {
		_denials([_assessment({field: null})]) == {{"item": sprintf("LAS-1.%s", [field]), "expected": "recorded", "actual": null}}
	}
}

test_pass_certified_until_that_day if _denials([_assessment({"certified_until": "2026-05-27"})]) == set()

test_fail_no_longer_certified if {
	_denials([_assessment({"certified_until": "2026-05-26"})]) == {{
		"item": "LAS-1.held",
		"expected": "<= 2026-05-26",
		"actual": "2026-05-27",
	}}
}

test_fail_assessed_by_its_builder_or_by_the_operator if {
	every body in ["ORG-1", "ORG-2"] {
		_denials([_assessment({"body": body})]) == {{
			"item": "LAS-1.body",
			"expected": "supplier that did not build it",
			"actual": body,
		}}
	}
}

test_fail_never if _denials([]) == _none("SYS-1")

test_fail_nothing_recorded if _found([], []) == _none("system")

_none(item) := {{"item": item, "expected": ">= 1", "actual": 0}}

_denials(assessments) := _found(
	[{"id": "SYS-1", "level": 3, "builder": "ORG-2", "opened": "2023-04-03", "retired": null}],
	assessments,
)

_found(systems, assessments) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {
		"system": systems,
		"level_assessment": assessments,
		"party": [{"id": "ORG-1", "role": "operator"}, {"id": "ORG-2", "role": "supplier"}, {"id": "ORG-3", "role": "supplier"}],
	}}
		with data.params.construction.levels_assessed.days as 365
}

_assessment(changes) := object.union(
	{
		"id": "LAS-1",
		"system": "SYS-1",
		"held": "2026-05-27",
		"level": 3,
		"body": "ORG-3",
		"certificate": "C-1",
		"certified_until": "2027-12-01",
		"conclusion": "conforms",
	},
	changes,
)
