package controls.people.training_current_test

import data.controls.people.training_current as control

test_pass_on_the_last_day if _denials(_person("2024-01-01"), [_session("2025-11-23")]) == set()

test_fail_the_day_after if {
	_denials(_person("2024-01-01"), [_session("2025-11-22")]) == _fails(366)
}

test_fail_never if _denials(_person("2024-01-01"), []) == _fails(null)

test_fail_only_planned if _denials(_person("2024-01-01"), [_session("2026-11-24")]) == _fails(null)

test_pass_newcomer if _denials(_person("2026-10-24"), []) == set()

test_fail_newcomer_no_more if _denials(_person("2026-10-23"), []) == _fails(null)

test_pass_without_access if {
	person := object.union(_person("2024-01-01")[0], {"access": false})
	_denials([person], []) == set()
}

test_fail_nobody_recorded if {
	_denials([], []) == {{"item": "person", "expected": ">= 1", "actual": 0}}
}

_denials(people, sessions) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"person": people, "training": sessions},
	}
		with data.params.people.training_current as {"days": 365, "newcomer_days": 30, "topics": ["operation"]}
}

_fails(actual) := {{"item": "P-1.operation", "expected": "<= 365", "actual": actual}}

_person(joined) := [{"id": "P-1", "access": true, "joined": joined, "left": null}]

_session(held) := {"topic": "operation", "held": held, "attended": ["P-1"]}
