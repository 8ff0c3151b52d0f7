package controls.integrity.last_check_recent_test

import data.controls.integrity.last_check_recent as control

test_fail_never if {
	denials := control.deny with input as {"integrity": {"last_check": null}} with data.params.integrity.last_check_recent.check_days as 2
	denials == {{"item": "last integrity check", "expected": "<= 2 days", "actual": null}}
}

test_fail_too_old_or_ahead if {
	every days in [3, -1] {
		denials := control.deny with input as _check(days, true) with data.params.integrity.last_check_recent.check_days as 2
		denials == {{"item": "last integrity check", "expected": "<= 2 days", "actual": days}}
	}
}

test_fail_broken_off if {
	denials := control.deny with input as _check(0, false) with data.params.integrity.last_check_recent.check_days as 2
	denials == {{"item": "last integrity check completed", "expected": true, "actual": false}}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _check(2, true) with data.params.integrity.last_check_recent.check_days as 2
	denials == set()
}

_check(days, completed) := {"integrity": {"last_check": {"days": days, "completed": completed}}}
