package controls.drills.promises_kept_test

import data.controls.drills.promises_kept as control

test_fail_too_long if {
	denials := control.deny with input as _held([_number("rto_minutes", 61, 60)])
	denials == {{"item": "restore-1 rto_minutes", "expected": "<= 60", "actual": 61}}
}

test_fail_less_than_nothing if {
	denials := control.deny with input as _held([_number("rto_minutes", -1, 60)])
	denials == {{"item": "restore-1 rto_minutes", "expected": "<= 60", "actual": -1}}
}

test_fail_not_measured if {
	denials := control.deny with input as _held([_number("rto_minutes", null, 60), _number("rpo_minutes", 5, 5)])
	denials == {{"item": "restore-1 rto_minutes", "expected": "<= 60", "actual": null}}
}

test_fail_nothing_promised if {
	denials := control.deny with input as _held([_number("rto_minutes", 1, null)])
	denials == {{"item": "restore-1 rto_minutes", "expected": "<= null", "actual": 1}}
}

test_fail_no_numbers if {
	denials := control.deny with input as _held([])
	denials == {{"item": "restore-1", "expected": "something promised", "actual": null}}
}

test_pass_just_so if {
	denials := control.deny with input as _held([_number("rto_minutes", 60, 60)])
	denials == set()
}

test_fail_no_drill_was_held if {
	denials := control.deny with input as {"drills": {"settings": {"keeper": "ops-1", "here": true}, "records": []}}
	denials == {{"item": "drills", "expected": ">= 1", "actual": 0}}
}

test_fail_nobody_keeps_records if {
	denials := control.deny with input as {"drills": {"settings": null, "records": []}}
	denials == {{"item": "keeper of the records", "expected": "named", "actual": null}}
}

test_not_applicable_elsewhere if {
	elsewhere := {"drills": {"settings": {"keeper": "ops-1", "here": false}, "records": []}}
	control.not_applicable.en == "Records of drills are kept on ops-1." with input as elsewhere
}

_held(numbers) := {"drills": {
	"settings": {"keeper": "ops-1", "here": true},
	"records": [{"id": "restore-1", "kind": "restore", "passed": true, "numbers": numbers}],
}}

_number(name, measured, promised) := {"name": name, "measured": measured, "promised": promised}
