package controls.drills.restore_held_test

import data.controls.drills.restore_held as control

test_fail_never_passed if {
	denials := control.deny with input as _kept([{"kind": "restore", "days": 1, "passed": false}]) with data.params.drills.restore_held.max_days as 90
	denials == {{"item": "last passed restore drill", "expected": "<= 90 days", "actual": null}}
}

test_fail_too_long_ago if {
	denials := control.deny with input as _kept([{"kind": "restore", "days": 91, "passed": true}]) with data.params.drills.restore_held.max_days as 90
	denials == {{"item": "last passed restore drill", "expected": "<= 90 days", "actual": 91}}
}

test_pass_on_the_last_day if {
	denials := control.deny with input as _kept([{"kind": "restore", "days": 90, "passed": true}]) with data.params.drills.restore_held.max_days as 90
	denials == set()
}

test_fail_nobody_keeps_records if {
	denials := control.deny with input as {"drills": {"settings": null, "records": []}} with data.params.drills.restore_held.max_days as 90
	denials == {{"item": "keeper of the records", "expected": "named", "actual": null}}
}

test_not_applicable_elsewhere if {
	elsewhere := {"drills": {"settings": {"keeper": "ops-1", "here": false}, "records": []}}
	control.not_applicable.en == "Records of drills are kept on ops-1." with input as elsewhere
}

_kept(records) := {"drills": {"settings": {"keeper": "ops-1", "here": true}, "records": records}}
