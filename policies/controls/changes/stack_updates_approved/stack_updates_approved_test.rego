package controls.changes.stack_updates_approved_test

import data.controls.changes.stack_updates_approved as control

test_pass_done_that_day if _denials({"done": "2026-11-20"}) == set()

test_fail_done_another_day if _denials({"done": "2026-11-19"}) == _fails

test_pass_on_the_last_day_of_a_standing_one if _denials({"standing_until": "2026-11-20"}) == set()

test_fail_the_day_after if _denials({"standing_until": "2026-11-19"}) == _fails

test_fail_not_approved if _denials({"done": "2026-11-20", "approved": null}) == _fails

test_pass_approved_that_day if _denials({"done": "2026-11-20", "approved": "2026-11-20"}) == set()

test_fail_approved_afterwards if _denials({"done": "2026-11-20", "approved": "2026-11-21"}) == _fails

test_fail_another_stack if _denials({"done": "2026-11-20", "stack": "shop"}) == _fails

test_not_applicable_without_updates if {
	control.not_applicable.en with input as _input([], {})
		with data.params.changes.stack_updates_approved.days as 180
}

test_not_applicable_long_ago if {
	update := {"stack": "lab", "version": 1, "day": "2026-05-26", "changed": 1}
	control.not_applicable.en with input as _input([update], {})
		with data.params.changes.stack_updates_approved.days as 180
}

test_fail_on_the_last_day_of_the_period if {
	update := {"stack": "lab", "version": 1, "day": "2026-05-27", "changed": 1}
	denials := control.deny with input as _input([update], {})
		with data.params.changes.stack_updates_approved.days as 180
	denials == {{"item": "lab#1", "expected": "an approved change", "actual": "2026-05-27"}}
}

_denials(fields) := found if {
	update := {"stack": "lab", "version": 7, "day": "2026-11-20", "changed": 4}
	found := control.deny with input as _input([update], fields)
		with data.params.changes.stack_updates_approved.days as 180
}

_fails := {{"item": "lab#7", "expected": "an approved change", "actual": "2026-11-20"}}

_input(updates, fields) := {
	"as_of": "2026-11-23T00:00:00Z",
	"estate": {"updates": updates},
	"records": {"change": [object.union(
		{"stack": "lab", "approved": "2026-01-09", "done": null, "standing_until": null},
		fields,
	)]},
}
