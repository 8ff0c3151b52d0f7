package controls.updates.last_run_recent_test

import data.controls.updates.last_run_recent as control

test_fail_never_too_old_or_ahead if {
	every days in [null, 3, -1] {
		denials := control.deny with input as {"updates": {"last_run_days": days}} with data.params.updates.last_run_recent.max_run_days as 2
		denials == {{"item": "last run of automatic updates", "expected": "<= 2 days", "actual": days}}
	}
}

test_pass_at_the_bound if {
	denials := control.deny with input as {"updates": {"last_run_days": 2}} with data.params.updates.last_run_recent.max_run_days as 2
	denials == set()
}
