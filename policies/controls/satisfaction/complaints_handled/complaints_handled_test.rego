package controls.satisfaction.complaints_handled_test

import data.controls.satisfaction.complaints_handled as control

test_pass_answered_on_the_last_day if _denials([_complaint({})]) == set()

test_fail_none_received if {
	_denials([]) == {{"item": "complaint", "expected": ">= 1", "actual": 0}}
}

test_fail_only_to_come if {
	_denials([_complaint({"received": "2026-11-24", "due": "2026-12-01"})]) == {{"item": "complaint", "expected": ">= 1", "actual": 0}}
}

test_fail_due_too_far_off if {
	_denials([_complaint({"due": "2026-10-17"})]) == {{"item": "C-1.due", "expected": "<= 15", "actual": 16}}
}

test_fail_answered_late if {
	late := {"answered": "2026-10-17", "closed": "2026-10-18"}
	_denials([_complaint(late)]) == {{"item": "C-1.answered", "expected": "<= 2026-10-16", "actual": "2026-10-17"}}
}

test_pass_answer_owed_on_the_last_day if {
	_denials([_complaint(object.union(_open, {"received": "2026-11-10", "due": "2026-11-23"}))]) == set()
}

test_fail_answer_owed_the_day_after if {
	owed := object.union(_open, {"received": "2026-11-10", "due": "2026-11-22"})
	_denials([_complaint(owed)]) == {{"item": "C-1.answered", "expected": "<= 2026-11-22", "actual": null}}
}

test_fail_answer_only_to_come if {
	planned := object.union(_open, {"received": "2026-11-10", "due": "2026-11-22", "answered": "2026-11-24"})
	_denials([_complaint(planned)]) == {{"item": "C-1.answered", "expected": "<= 2026-11-22", "actual": "2026-11-24"}}
}

test_pass_open_on_the_last_day if {
	_denials([_complaint(object.union(_open, {"received": "2026-10-20", "due": "2026-10-24", "answered": "2026-10-24"}))]) == set()
}

test_fail_open_the_day_after if {
	open := object.union(_open, {"received": "2026-10-20", "due": "2026-10-23", "answered": "2026-10-23"})
	_denials([_complaint(open)]) == {{"item": "C-1.closed", "expected": "<= 30", "actual": 31}}
}

test_fail_open_however_old if {
	open := object.union(_open, {"received": "2020-10-20", "due": "2020-10-23", "answered": "2020-10-23"})
	count(_denials([_complaint(open), _complaint({"id": "C-2"})])) == 1
}

test_fail_nothing_improved if {
	every outcome in ["justified", "partly_justified", null] {
		_denials([_complaint({"outcome": outcome, "improvement": null})]) == {{"item": "C-1.improvement", "expected": ">= 1", "actual": 0}}
	}
}

test_pass_nothing_to_improve if _denials([_complaint({"outcome": "unjustified", "improvement": null})]) == set()

test_pass_closed_long_ago_is_history if {
	old := _complaint({"id": "C-0", "received": "2025-11-21", "due": "2026-10-01", "answered": "2026-10-02", "closed": "2026-10-03"})
	_denials([old, _complaint({})]) == set()
}

_denials(complaints) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"complaint": complaints}}
		with data.params.satisfaction.complaints_handled as {"answer_days": 15, "close_days": 30, "period_days": 366}
}

_complaint(fields) := object.union(
	{"id": "C-1", "received": "2026-10-01", "due": "2026-10-16", "answered": "2026-10-16", "closed": "2026-10-20", "outcome": "justified", "improvement": "I-1"},
	fields,
)

_open := {"answered": null, "closed": null, "outcome": null}
