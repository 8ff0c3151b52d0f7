package controls.improvement.carried_out_test

import data.controls.improvement.carried_out as control

test_pass_closed_in_order if _denials([_improvement({})]) == set()

test_fail_none_recorded if {
	_denials([]) == {{"item": "improvement", "expected": ">= 1", "actual": 0}}
}

test_pass_due_on_the_last_day if {
	_denials([_improvement(object.union(_open, {"milestones": [{"due": "2026-11-23", "done": null}]}))]) == set()
}

test_fail_due_the_day_before if {
	steps := [{"due": "2026-11-01", "done": "2026-11-20"}, {"due": "2026-11-22", "done": null}]
	_denials([_improvement(object.union(_open, {"milestones": steps}))]) == {{"item": "I-1.milestones.2", "expected": "<= 2026-11-22", "actual": null}}
}

test_fail_done_only_to_come if {
	steps := [{"due": "2026-11-22", "done": "2026-11-24"}]
	_denials([_improvement(object.union(_open, {"milestones": steps}))]) == {{"item": "I-1.milestones.1", "expected": "<= 2026-11-22", "actual": "2026-11-24"}}
}

test_pass_done_and_open_on_the_last_day if {
	_denials([_improvement(object.union(_open, {"milestones": [{"due": "2026-08-25", "done": "2026-08-25"}]}))]) == set()
}

test_fail_done_and_open_the_day_after if {
	steps := [{"due": "2026-08-01", "done": "2026-08-01"}, {"due": "2026-08-24", "done": "2026-08-24"}]
	_denials([_improvement(object.union(_open, {"milestones": steps}))]) == {{"item": "I-1.closed", "expected": "<= 90", "actual": 91}}
}

test_pass_open_without_a_step if _denials([_improvement(object.union(_open, {"milestones": []}))]) == set()

test_fail_closed_and_never_approved if _denials([_improvement({"approved": null})]) == {_false("approved")}

test_fail_closed_before_it_was_approved if _denials([_improvement({"approved": "2026-11-21"})]) == {_false("approved")}

test_fail_closed_without_a_step if _denials([_improvement({"milestones": []})]) == {_false("milestones")}

test_fail_closed_before_it_was_done if {
	_denials([_improvement({"milestones": [{"due": "2026-12-01", "done": "2026-11-21"}]})]) == {_false("milestones")}
}

test_fail_closed_and_not_done if {
	_denials([_improvement({"milestones": [{"due": "2026-12-01", "done": null}]})]) == {_false("milestones")}
}

test_fail_closed_with_nothing_shown if _denials([_improvement({"evidence": null})]) == {_false("shown")}

test_pass_shown_by_a_control if _denials([_improvement({"evidence": null, "control": "a/b"})]) == set()

test_pass_shown_by_the_finding_s_control if {
	_denials([_improvement({"evidence": null, "source": {"kind": "finding"}})]) == set()
}

test_fail_never_verified if _denials([_improvement({"verified": null, "verified_by": null})]) == {_false("verified")}

test_fail_verified_by_nobody if _denials([_improvement({"verified_by": null})]) == {_false("verified")}

test_fail_verified_by_its_owner if _denials([_improvement({"verified_by": "P-1"})]) == {_false("verified")}

test_fail_closed_before_it_was_verified if _denials([_improvement({"verified": "2026-11-21"})]) == {_false("verified")}

_denials(improvements) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"improvement": improvements}}
		with data.params.improvement.carried_out as {"close_days": 90}
}

_false(what) := {"item": concat(".", ["I-1", what]), "expected": true, "actual": false}

_improvement(fields) := object.union(
	{
		"id": "I-1", "source": {"kind": "drill"}, "owner": "P-1", "approved": "2026-10-15", "control": null, "evidence": {"en": "a", "zh": "一"},
		"milestones": [{"due": "2026-11-01", "done": "2026-11-02"}], "verified": "2026-11-20", "verified_by": "P-2", "closed": "2026-11-20",
	},
	fields,
)

_open := {"closed": null, "verified": null, "verified_by": null}
