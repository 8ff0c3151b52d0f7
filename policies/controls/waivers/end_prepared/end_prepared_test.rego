package controls.waivers.end_prepared_test

import data.controls.waivers.end_prepared as control

test_fail_soon if {
	denials := control.deny with input as _waivers({"days_left": 13}) with data.params.waivers.end_prepared.days as 14
	denials == {{"item": "W-1", "expected": ">= 14 days", "actual": 13}}
}

test_pass_in_time if {
	denials := control.deny with input as _waivers({"days_left": 14}) with data.params.waivers.end_prepared.days as 14
	denials == set()
}

test_pass_expired_is_another_control_s if {
	denials := control.deny with input as _waivers({"days_left": -1, "state": "expired"})
		with data.params.waivers.end_prepared.days as 14
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
