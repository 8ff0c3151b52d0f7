package controls.integrity.checked_daily_test

import data.controls.integrity.checked_daily as control

test_fail_enabled_but_stopped if {
	denials := control.deny with input as _timers(true, false)
	denials == {{"item": "daily integrity check", "expected": "a timer enabled and active", "actual": null}}
}

test_fail_until_the_next_start if {
	denials := control.deny with input as _timers(false, true)
	denials == {{"item": "daily integrity check", "expected": "a timer enabled and active", "actual": null}}
}

test_pass_one_of_two if {
	denials := control.deny with input as _timers(true, true)
	denials == set()
}

_timers(enabled, active) := {"integrity": {"timers": [
	{"name": "a.timer", "enabled": enabled, "active": active},
	{"name": "b.timer", "enabled": false, "active": false},
]}}
