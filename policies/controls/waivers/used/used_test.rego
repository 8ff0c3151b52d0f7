package controls.waivers.used_test

import data.controls.waivers.used as control

test_fail_nothing_is_covered if {
	denials := control.deny with input as _waivers({"used_items": [], "idle_items": ["a"]})
	denials == {{"item": "W-1", "expected": ">= 1", "actual": 0}}
}

test_pass_something_is_covered if {
	denials := control.deny with input as _waivers({})
	denials == set()
}

test_pass_not_begun if {
	denials := control.deny with input as _waivers({"used_items": [], "state": "to_come"})
	denials == set()
}

test_not_applicable_without_waivers if {
	reason := control.not_applicable with input as {"waivers": {"waivers": []}}
	reason.en == "The hub has no waiver."
}

_waivers(fields) := {"waivers": {"waivers": [object.union(
	{"id": "W-1", "state": "in_force", "subjects": ["hub-1"], "days_left": 30, "used_items": ["a"], "idle_items": [], "idle_subjects": []},
	fields,
)]}}
