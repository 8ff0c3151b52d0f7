package controls.waivers.in_force_test

import data.controls.waivers.in_force as control

test_fail_expired if {
	denials := control.deny with input as _waivers({"state": "expired"})
	denials == {{"item": "W-1", "expected": "in_force", "actual": "expired"}}
}

test_pass_in_force if {
	denials := control.deny with input as _waivers({})
	denials == set()
}

test_pass_to_come if {
	denials := control.deny with input as _waivers({"state": "to_come"})
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
