package controls.waivers.narrow_test

import data.controls.waivers.narrow as control

test_fail_a_subject_too_many if {
	denials := control.deny with input as _waivers({"idle_subjects": ["hub-3"]})
	denials == {{"item": "W-1 hub-3", "expected": "a violation", "actual": null}}
}

test_fail_an_item_too_many if {
	denials := control.deny with input as _waivers({"idle_items": ["b"]})
	denials == {{"item": "W-1 b", "expected": "a violation", "actual": null}}
}

test_fail_all_subjects if {
	denials := control.deny with input as _waivers({"subjects": ["*"]})
	denials == {{"item": "W-1 subjects", "expected": "named subjects", "actual": "*"}}
}

test_pass_a_threshold_holds_everywhere if {
	denials := control.deny with input as _waivers({"subjects": ["*"], "used_items": ["params.days"]})
	denials == set()
}

test_pass_just_what_is_there if {
	denials := control.deny with input as _waivers({})
	denials == set()
}

test_pass_unused_is_another_control_s if {
	denials := control.deny with input as _waivers({"used_items": [], "idle_items": ["a"], "idle_subjects": ["hub-1"]})
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
