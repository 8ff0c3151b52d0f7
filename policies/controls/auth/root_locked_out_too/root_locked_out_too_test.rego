package controls.auth.root_locked_out_too_test

import data.controls.auth.root_locked_out_too as control

test_fail_let_off if {
	denials := control.deny with input as _pam(false, 900) with data.params as _params
	denials == {{"item": "/etc/pam.d/common-auth: preauth even_deny_root", "expected": true, "actual": false}}
}

test_fail_short_or_for_ever if {
	every seconds in [899, 0] {
		denials := control.deny with input as _pam(true, seconds) with data.params as _params
		denials == {{"item": "/etc/pam.d/common-auth: preauth root_unlock_time", "expected": ">= 900", "actual": seconds}}
	}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _pam(true, 900) with data.params as _params
	denials == set()
}

_pam(denied, seconds) := {"pam": {"lockouts": [{
	"path": "/etc/pam.d/common-auth",
	"step": "preauth",
	"even_deny_root": denied,
	"root_unlock_seconds": seconds,
}]}}

test_fail_no_lockout if {
	denials := control.deny with input as {"pam": {"lockouts": []}} with data.params as _params
	denials == {{"item": "pam_faillock.so", "expected": ">= 1", "actual": 0}}
}

_params := {"auth": {"root_locked_out_too": {"root_unlock_seconds": 900}}}
