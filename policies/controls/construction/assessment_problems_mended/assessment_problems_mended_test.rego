package controls.construction.assessment_problems_mended_test

import data.controls.construction.assessment_problems_mended as control

test_pass_mended if _denials({}) == set()

test_pass_no_problems if _denials({"problems": 0, "rectified": null, "rectification_checked_by": null}) == set()

test_pass_on_the_last_day if _denials({"held": "2026-08-25", "rectified": null}) == set()

test_fail_the_day_after if {
	_denials({"held": "2026-08-24", "rectified": null}) == {{"item": "LAS-1.rectified", "expected": "<= 90", "actual": 91}}
}

test_fail_only_planned_before_it_was_found_or_not_checked if {
	every change in [{"rectified": "2026-11-24"}, {"rectified": "2026-05-26"}, {"rectification_checked_by": null}] {
		_denials(change) == {{"item": "LAS-1.rectified", "expected": "<= 90", "actual": 180}}
	}
}

test_fail_never_assessed if _denials({"system": "SYS-2"}) == {{"item": "SYS-1", "expected": ">= 1", "actual": 0}}

test_fail_nothing_recorded if _found([], []) == {{"item": "system", "expected": ">= 1", "actual": 0}}

_denials(changes) := _found([{"id": "SYS-1", "opened": "2023-04-03", "retired": null}], [object.union(
	{
		"id": "LAS-1",
		"system": "SYS-1",
		"held": "2026-05-27",
		"problems": 4,
		"rectified": "2026-11-23",
		"rectification_checked_by": "P-1",
	},
	changes,
)])

_found(systems, assessments) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"system": systems, "level_assessment": assessments},
	}
		with data.params.construction.assessment_problems_mended.days as 90
}
