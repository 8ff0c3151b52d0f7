package controls.drills.promises_kept_test

import data.controls.drills.promises_kept as control

test_fail_too_long if {
	denials := control.deny with input as _held({"rto_minutes": 61}, {"rto_minutes": 60})
	denials == {{"item": "restore-1 rto_minutes", "expected": "<= 60", "actual": 61}}
}

test_fail_not_measured if {
	denials := control.deny with input as _held({"rto_minutes": null}, {"rto_minutes": 60, "rpo_minutes": 5})
	denials == {
		{"item": "restore-1 rto_minutes", "expected": "<= 60", "actual": null},
		{"item": "restore-1 rpo_minutes", "expected": "<= 5", "actual": null},
	}
}

test_fail_nothing_promised if {
	denials := control.deny with input as _held({"rto_minutes": 1}, {})
	denials == {{"item": "restore-1", "expected": "something promised", "actual": null}}
}

test_pass_just_so if {
	denials := control.deny with input as _held({"rto_minutes": 60}, {"rto_minutes": 60})
	denials == set()
}

test_fail_nobody_keeps_records if {
	denials := control.deny with input as {"drills": {"settings": null, "records": []}}
	denials == {{"item": "keeper of the records", "expected": "named", "actual": null}}
}

test_not_applicable_elsewhere if {
	elsewhere := {"drills": {"settings": {"keeper": "ops-1", "here": false}, "records": []}}
	control.not_applicable.en == "Records of drills are kept on ops-1." with input as elsewhere
}

_held(measured, promised) := {"drills": {
	"settings": {"keeper": "ops-1", "here": true},
	"records": [{"id": "restore-1", "kind": "restore", "passed": true, "measured": measured, "promised": promised}],
}}
