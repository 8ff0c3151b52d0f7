package controls.accounts.shell_timeout_test

import data.controls.accounts.shell_timeout as control

test_fail_too_long_or_never if {
	every seconds in [601, 0, null] {
		denials := control.deny with input as _session(seconds, true, true) with data.params as _params
		denials == {{"item": "TMOUT", "expected": "1..600", "actual": seconds}}
	}
}

test_fail_users_can_lift_it if {
	denials := control.deny with input as _session(600, false, false) with data.params as _params
	denials == {
		{"item": "TMOUT readonly", "expected": true, "actual": false},
		{"item": "TMOUT exported", "expected": true, "actual": false},
	}
}

test_pass_at_the_bounds if {
	every seconds in [1, 600] {
		control.deny == set() with input as _session(seconds, true, true) with data.params as _params
	}
}

_session(seconds, readonly, exported) := {"accounts": {"session": {"tmout": {
	"seconds": seconds,
	"readonly": readonly,
	"exported": exported,
}}}}

_params := {"accounts": {"shell_timeout": {"shell_timeout_seconds": 600}}}
