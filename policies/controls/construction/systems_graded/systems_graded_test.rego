package controls.construction.systems_graded_test

import data.controls.construction.systems_graded as control

test_pass_on_the_last_day if _denials([_grading({"checked": "2025-11-23"})]) == set()

test_fail_the_day_after if {
	_denials([_grading({"checked": "2025-11-22"})]) == {{"item": "GRD-1.checked", "expected": "<= 365", "actual": 366}}
}

test_fail_another_level if {
	_denials([_grading({"level": 2})]) == {{"item": "GRD-1.level", "expected": 3, "actual": 2}}
}

test_fail_what_is_missing if {
	every field in ["report", "approved_by", "filing_number", "checked_by"] {
		_denials([_grading({field: null})]) == {{"item": sprintf("GRD-1.%s", [field]), "expected": "recorded", "actual": null}}
	}
}

test_fail_a_step_that_was_not_taken if {
	every field, before in {
		"experts_reviewed": "2022-12-05",
		"approved": "2022-12-22",
		"filed_with_authority": "2026-11-23",
		"filed_with_police": "2026-11-23",
	} {
		_denials([_grading({field: null})]) == {{"item": sprintf("GRD-1.%s", [field]), "expected": sprintf("<= %s", [before]), "actual": null}}
	}
}

test_fail_experts_asked_after_approval if {
	_denials([_grading({"experts_reviewed": "2022-12-06"})]) == {{
		"item": "GRD-1.experts_reviewed",
		"expected": "<= 2022-12-05",
		"actual": "2022-12-06",
	}}
}

test_pass_another_systems_grading_is_its_own if {
	_denials([_grading({}), _grading({"system": "SYS-2", "report": null})]) == set()
}

test_fail_not_graded if _denials([]) == {{"item": "SYS-1", "expected": ">= 1", "actual": 0}}

test_fail_nothing_recorded if _found([], []) == {{"item": "system", "expected": ">= 1", "actual": 0}}

_denials(gradings) := _found([{"id": "SYS-1", "level": 3, "opened": "2023-04-03", "retired": null}], gradings)

_found(systems, gradings) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"system": systems, "grading": gradings},
	}
		with data.params.construction.systems_graded.days as 365
}

_grading(changes) := object.union(
	{
		"id": "GRD-1",
		"system": "SYS-1",
		"level": 3,
		"report": "R-1",
		"experts_reviewed": "2022-11-16",
		"approved": "2022-12-05",
		"approved_by": "ORG-1",
		"filed_with_authority": "2022-12-20",
		"filed_with_police": "2022-12-22",
		"filing_number": "F-1",
		"checked": "2026-05-13",
		"checked_by": "P-1",
	},
	changes,
)
