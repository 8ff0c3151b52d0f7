package controls.people.training_planned_test

import data.controls.people.training_planned as control

test_pass if _denials({}) == set()

test_pass_on_the_first_and_last_day if _denials(_plan({"starts": "2026-11-23", "ends": "2026-11-23"})) == set()

test_fail_ran_out if _denials(_plan({"ends": "2026-11-22"})) == _unplanned("2026-11-22")

test_fail_not_yet_begun if _denials(_plan({"starts": "2026-11-24"})) == _unplanned(null)

test_fail_not_approved if _denials(_plan({"approved": null})) == _unplanned(null)

test_fail_approval_only_planned if _denials(_plan({"approved": "2026-11-24"})) == _unplanned(null)

test_fail_another_post_s if _denials(_plan({"post": "POST-2"})) == _unplanned(null)

test_fail_procedures_left_out if _denials(_plan({"contents": ["security_basics"]})) == {{
	"item": "TRP-1.post_procedures",
	"expected": "taught",
	"actual": null,
}}

test_fail_nothing_recorded if _denials({"post": [], "training_plan": []}) == {{
	"item": "post",
	"expected": ">= 1",
	"actual": 0,
}}

_unplanned(day) := {{"item": "POST-1", "expected": ">= 2026-11-23", "actual": day}}

_plan(changes) := {"training_plan": [object.union(_good.training_plan[0], changes)]}

_good := {
	"post": [{"id": "POST-1"}],
	"training_plan": [{
		"id": "TRP-1",
		"post": "POST-1",
		"starts": "2026-01-01",
		"ends": "2026-12-31",
		"contents": ["post_procedures", "security_basics"],
		"approved": "2025-12-10",
	}],
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.people.training_planned as {"contents": ["post_procedures", "security_basics"]}
}
