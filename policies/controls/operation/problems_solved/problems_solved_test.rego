package controls.operation.problems_solved_test

import data.controls.operation.problems_solved as control

test_pass_closed_on_the_last_day if _denials([_problem({})]) == set()

test_pass_open_and_still_time if _denials([_problem({"closed": null, "opened": "2026-11-16", "due": "2026-11-23"})]) == set()

test_fail_overdue if {
	_denials([_problem({"closed": null, "opened": "2026-11-15", "due": "2026-11-22"})]) == {_fails(
		"PRB-1.closed",
		"<= 2026-11-22",
		null,
	)}
}

test_fail_open_for_years if {
	_denials([_problem({"closed": null, "opened": "2024-01-01", "due": "2024-01-08"})]) == {_fails(
		"PRB-1.closed",
		"<= 2024-01-08",
		null,
	)}
}

test_fail_too_much_time if {
	_denials([_problem({"due": "2026-11-09", "severity": "high"})]) == {_fails("PRB-1.due", "<= 7 days", "2026-11-09")}
}

test_pass_less_grave if {
	_denials([_problem({"due": "2026-12-01", "severity": "medium"})]) == set()
	_denials([_problem({"due": "2027-01-30", "severity": "low"})]) == set()
}

test_fail_closed_without_words if {
	_denials([_problem({"solution": null, "confirmed_by": null})]) == {
		_fails("PRB-1.solution", "what was done", null),
		_fails("PRB-1.confirmed_by", "person", null),
	}
}

test_fail_too_many_late if {
	late := _problem({"id": "PRB-2", "closed": "2026-11-09"})
	_denials([_problem({}), late]) == {_fails("closed in time, percent", ">= 51", 50)}
}

test_pass_few_late if {
	late := _problem({"id": "PRB-3", "closed": "2026-11-09"})
	_denials([_problem({}), _problem({"id": "PRB-2"}), late]) == set()
}

test_fail_only_old_ones if {
	_denials([_problem({"opened": "2025-11-22", "due": "2025-11-23", "closed": "2025-11-23"})]) == {_fails(
		"problem",
		">= 1",
		0,
	)}
}

test_fail_nothing_recorded if _denials([]) == {_fails("problem", ">= 1", 0)}

_denials(problems) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"problem": problems}}
		with data.params.operation.problems_solved as {
			"high_days": 7,
			"medium_days": 30,
			"low_days": 90,
			"in_time": 51,
			"look_back": 365,
		}
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_problem(changes) := object.union(
	{
		"id": "PRB-1",
		"severity": "high",
		"opened": "2026-11-01",
		"due": "2026-11-08",
		"closed": "2026-11-08",
		"solution": {"en": "x", "zh": "某"},
		"confirmed_by": "P-1",
	},
	changes,
)
