package controls.updates.security_none_pending_test

import data.controls.updates.security_none_pending as control

test_fail_too_long_and_unknown if {
	pending := [{"name": "openssl", "days": 8}, {"name": "sudo", "days": null}, {"name": "tzdata", "days": 7}]
	denials := control.deny with input as _host(pending, true) with data.params.updates.security_none_pending.pending_days as 7
	denials == {
		{"item": "openssl", "expected": "<= 7 days", "actual": 8},
		{"item": "sudo", "expected": "<= 7 days", "actual": null},
	}
}

test_fail_without_lists if {
	denials := control.deny with input as _host([], false) with data.params.updates.security_none_pending.pending_days as 7
	denials == {{"item": "lists of the security origin", "expected": "present", "actual": "absent"}}
}

test_pass_none if {
	denials := control.deny with input as _host([], true) with data.params.updates.security_none_pending.pending_days as 7
	denials == set()
}

_host(pending, security) := {"updates": {"security_pending": pending, "lists": {"security": security}}}
