package controls.changes.approved_first_test

import data.controls.changes.approved_first as control

test_pass_in_order if _denials([_change({})]) == set()

test_fail_without_plan if _denials([_change({"plan": null})]) == {_fails("plan", "number", null)}

test_fail_not_reviewed if {
	_denials([_change({"reviewed_by": null})]) == {_fails("reviewed_by", "!= requested_by", null)}
}

test_fail_reviewed_by_who_asked if {
	_denials([_change({"reviewed_by": "P-1"})]) == {_fails("reviewed_by", "!= requested_by", "P-1")}
}

test_fail_approved_afterwards if {
	_denials([_change({"approved": "2026-11-03"})]) == {_fails("approved", "<= 2026-11-02", "2026-11-03")}
}

test_fail_never_approved if _denials([_change({"approved": null})]) == {_fails("approved", "<= 2026-11-02", null)}

test_fail_without_log if _denials([_change({"log": null})]) == {_fails("log", "where it is kept", null)}

test_fail_base_not_updated if {
	_denials([_change({"base_updated": null})]) == {_fails("base_updated", "2026-11-02 and 7 days", null)}
}

test_fail_base_updated_late if {
	_denials([_change({"base_updated": "2026-11-10"})]) == {_fails("base_updated", "2026-11-02 and 7 days", "2026-11-10")}
}

test_fail_base_updated_before if {
	_denials([_change({"base_updated": "2026-11-01"})]) == {_fails("base_updated", "2026-11-02 and 7 days", "2026-11-01")}
}

test_pass_base_still_time if _denials([_change({"done": "2026-11-16", "base_updated": null})]) == set()

test_fail_deployment_not_accepted if {
	_denials([_change({"form": "deployment"})]) == {_fails("accepted", "2026-11-02 and 14 days", null)}
}

test_fail_accepted_by_who_did_it if {
	change := _change({"impact": "high", "accepted": "2026-11-16", "accepted_by": "P-1"})
	_denials([change]) == {_fails("accepted_by", "!= by", "P-1")}
}

test_pass_accepted_on_the_last_day if {
	_denials([_change({"impact": "high", "accepted": "2026-11-16", "accepted_by": "P-2"})]) == set()
}

test_pass_not_yet_done if {
	_denials([_change({}), _change({"done": null, "approved": null}), _change({"done": "2026-11-24", "approved": null})]) == set()
}

test_fail_none_for_a_year if {
	_denials([_change({"done": "2025-11-22"})]) == {{"item": "change", "expected": ">= 1", "actual": 0}}
}

test_fail_nothing_recorded if _denials([]) == {{"item": "change", "expected": ">= 1", "actual": 0}}

_denials(changes) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"change": changes}}
		with data.params.changes.approved_first as {"base_days": 7, "accept_days": 14, "look_back": 365}
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
