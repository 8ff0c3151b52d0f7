package controls.construction.designs_approved_test

import data.controls.construction.designs_approved as control

test_pass_on_the_last_day if _denials([_design({"measures_checked": "2025-11-23"})]) == set()

test_fail_the_day_after if {
	_denials([_design({"measures_checked": "2025-11-22"})]) == {{"item": "DSN-1.measures_checked", "expected": "<= 365", "actual": 366}}
}

test_fail_another_level if {
	_denials([_design({"level": 2})]) == {{"item": "DSN-1.level", "expected": 3, "actual": 2}}
}

test_fail_what_is_missing if {
	every field in ["measures_checked_by", "plan", "scheme", "approved_by"] {
		_denials([_design({field: null})]) == {{"item": sprintf("DSN-1.%s", [field]), "expected": "recorded", "actual": null}}
	}
}

test_fail_without_cryptography if {
	_denials([_design({"cryptography": false})]) == {{"item": "DSN-1.cryptography", "expected": true, "actual": false}}
}

test_pass_reviewed_approved_and_begun_on_one_day if {
	_denials([_design({"experts_reviewed": "2023-01-09", "approved": "2023-01-09"})]) == set()
}

test_fail_approved_after_it_was_begun if {
	_denials([_design({"approved": "2023-01-10"})]) == {{
		"item": "DSN-1.approved",
		"expected": "<= 2023-01-09",
		"actual": "2023-01-10",
	}}
}

test_fail_never_reviewed if {
	_denials([_design({"experts_reviewed": null})]) == {{
		"item": "DSN-1.experts_reviewed",
		"expected": "<= 2022-12-28",
		"actual": null,
	}}
}

test_fail_not_designed if _denials([]) == {{"item": "SYS-1", "expected": ">= 1", "actual": 0}}

test_fail_nothing_recorded if _found([], []) == {{"item": "system", "expected": ">= 1", "actual": 0}}

_denials(designs) := _found([{"id": "SYS-1", "level": 3, "opened": "2023-04-03", "retired": null}], designs)

_found(systems, designs) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"system": systems, "design": designs},
	}
		with data.params.construction.designs_approved.days as 365
}

_design(changes) := object.union(
	{
		"id": "DSN-1",
		"system": "SYS-1",
		"level": 3,
		"measures_checked": "2026-06-17",
		"measures_checked_by": "P-1",
		"plan": "D-1",
		"scheme": "D-2",
		"cryptography": true,
		"experts_reviewed": "2022-12-14",
		"approved": "2022-12-28",
		"approved_by": "POST-1",
		"implemented": "2023-01-09",
	},
	changes,
)
