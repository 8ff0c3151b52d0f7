package controls.changes.can_be_undone_test

import data.controls.changes.can_be_undone as control

test_pass_prepared if _denials([_change({})]) == set()

test_fail_not_prepared if {
	_denials([_change({"stop_when": null, "undo": null, "undone_by": null})]) == {
		_fails("stop_when", "said", null),
		_fails("undo", "said", null),
		_fails("undone_by", "said", null),
	}
}

test_fail_not_prepared_and_still_to_come if {
	_denials([_change({"undo": null, "done": null, "outcome": null})]) == {_fails("undo", "said", null)}
}

test_pass_only_asked_for if {
	_denials([_change({}), _change({"undo": null, "approved": null, "done": null, "outcome": null})]) == set()
}

test_fail_not_rehearsed if _denials([_change({"impact": "high"})]) == {_fails("rehearsed", "<= 2026-11-02", null)}

test_fail_rehearsed_afterwards if {
	_denials([_change({"impact": "high", "rehearsed": "2026-11-03"})]) == {_fails(
		"rehearsed",
		"<= 2026-11-02",
		"2026-11-03",
	)}
}

test_pass_rehearsed_the_same_day if _denials([_change({"impact": "high", "rehearsed": "2026-11-02"})]) == set()

test_fail_failed_and_left if {
	_denials([_change({"outcome": "failed"})]) == {_fails("outcome", "succeeded or undone", "failed")}
}

test_fail_only_long_ago if {
	_denials([_change({"approved": "2025-11-01", "done": "2025-11-22"})]) == {{"item": "change", "expected": ">= 1", "actual": 0}}
}

test_fail_nothing_recorded if _denials([]) == {{"item": "change", "expected": ">= 1", "actual": 0}}

_denials(changes) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"change": changes}}
		with data.params.changes.can_be_undone as {"look_back": 365, "rehearse": ["high"]}
}

_fails(field, expected, actual) := {"item": sprintf("CHG-1.%s", [field]), "expected": expected, "actual": actual}

_change(changes) := object.union(
	{
		"id": "CHG-1",
		"form": "configuration",
		"impact": "low",
		"requested_by": "P-1",
		"plan": "CP-1",
		"reviewed_by": "P-2",
		"approved": "2026-11-02",
		"stop_when": {"en": "x", "zh": "某"},
		"undo": {"en": "x", "zh": "某"},
		"undone_by": "POST-1",
		"rehearsed": null,
		"done": "2026-11-02",
		"by": "P-1",
		"outcome": "succeeded",
		"log": "log-1",
		"base_updated": "2026-11-09",
		"accepted": null,
		"accepted_by": null,
	},
	changes,
)
