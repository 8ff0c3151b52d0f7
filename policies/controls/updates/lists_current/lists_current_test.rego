package controls.updates.lists_current_test

import data.controls.updates.lists_current as control

test_fail_none_too_old_or_ahead if {
	every days in [null, 8, -1] {
		denials := control.deny with input as {"updates": {"lists": {"days": days}}} with data.params.updates.lists_current.lists_days as 7
		denials == {{"item": "package lists", "expected": "<= 7 days", "actual": days}}
	}
}

test_pass_at_the_bound if {
	denials := control.deny with input as {"updates": {"lists": {"days": 7}}} with data.params.updates.lists_current.lists_days as 7
	denials == set()
}
