package controls.organisation.approvals_set_test

import data.controls.organisation.approvals_set as control

test_pass if _denials({}) == set()

test_fail_a_matter_without_entry if _denials({"approval": [_good.approval[0]]}) == _missing

test_fail_an_entry_that_ended if _denials(_visits({"ended": "2026-11-22"})) == _missing

test_pass_on_the_last_day_of_an_entry if _denials(_visits({"ended": "2026-11-23"})) == set()

test_fail_an_entry_to_come if _denials(_visits({"established": "2026-11-24"})) == _missing

test_fail_a_post_without_holder if {
	_denials({"post": [{"id": "POST-1", "primary": null}, {"id": "POST-2", "primary": "P-2"}]}) == {
		{"item": "APR-1.POST-1", "expected": "holder", "actual": null},
		{"item": "APR-1.steps", "expected": ">= 2", "actual": ["P-2"]},
		{"item": "APR-2.POST-1", "expected": "holder", "actual": null},
	}
}

test_fail_both_posts_are_one_person_s if {
	_denials({"post": [{"id": "POST-1", "primary": "P-2"}, {"id": "POST-2", "primary": "P-2"}]}) == {{
		"item": "APR-1.steps",
		"expected": ">= 2",
		"actual": ["P-2"],
	}}
}

test_pass_reviewed_on_the_last_day if _denials(_visits({"reviewed": "2025-11-23"})) == set()

test_fail_review_overdue if _denials(_visits({"reviewed": "2025-11-22"})) == _overdue("2025-11-22")

test_fail_never_reviewed if _denials(_visits({"reviewed": null})) == _overdue("2023-01-01")

test_fail_review_only_planned if _denials(_visits({"reviewed": "2026-11-24"})) == _overdue("2023-01-01")

test_pass_new if _denials(_visits({"established": "2026-01-01", "reviewed": null})) == set()

test_fail_nothing_recorded if count(_denials({"approval": [], "post": []})) == 2

_missing := {{"item": "physical_access", "expected": ">= 1", "actual": 0}}

_overdue(day) := {{"item": "APR-2", "expected": ">= 2025-11-23", "actual": day}}

_visits(changes) := {"approval": [_good.approval[0], object.union(_good.approval[1], changes)]}

_approval(id, matter, steps) := {
	"id": id,
	"matter": matter,
	"steps": steps,
	"established": "2023-01-01",
	"reviewed": "2026-01-01",
	"ended": null,
}

_good := {
	"approval": [
		_approval("APR-1", "change", ["POST-2", "POST-1"]),
		_approval("APR-2", "physical_access", ["POST-1"]),
	],
	"post": [{"id": "POST-1", "primary": "P-1"}, {"id": "POST-2", "primary": "P-2"}],
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.organisation.approvals_set as {"days": 365, "in_steps": ["change"], "matters": ["change", "physical_access"]}
}
