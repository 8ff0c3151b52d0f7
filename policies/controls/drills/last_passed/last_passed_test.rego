package controls.drills.last_passed_test

import data.controls.drills.last_passed as control

test_fail_the_newest_failed if {
	denials := control.deny with input as _kept([_record("alert-2", "alert", false), _record("alert-1", "alert", true)])
	denials == {{"item": "alert-2", "expected": "passed", "actual": "failed"}}
}

test_fail_one_kind_of_two if {
	denials := control.deny with input as _kept([_record("alert-2", "alert", true), _record("restore-1", "restore", false)])
	denials == {{"item": "restore-1", "expected": "passed", "actual": "failed"}}
}

test_pass_held_again if {
	denials := control.deny with input as _kept([_record("alert-2", "alert", true), _record("alert-1", "alert", false)])
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

_kept(records) := {"drills": {"settings": {"keeper": "ops-1", "here": true}, "records": records}}

_record(id, kind, passed) := {"id": id, "kind": kind, "passed": passed}
