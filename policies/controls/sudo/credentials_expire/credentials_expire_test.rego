package controls.sudo.credentials_expire_test

import data.controls.sudo.credentials_expire as control

test_fail_too_long if {
	every minutes in [5.5, 15, -1] {
		denials := control.deny with data.params as _params with input as _with({"timestamp_timeout": minutes}, [])
		denials == {{"item": "timestamp_timeout", "expected": "0..5", "actual": minutes}}
	}
}

test_fail_for_some if {
	bound := [{"to": ["ann"], "name": "timestamp_timeout", "value": "60"}, {"to": ["ann"], "name": "timestamp_type", "value": "global"}]
	denials := control.deny with data.params as _params with input as _with({"timestamp_type": "global"}, bound)
	denials == {
		{"item": "timestamp_timeout: ann", "expected": "0..5", "actual": 60},
		{"item": "timestamp_type: ann", "expected": "tty", "actual": "global"},
		{"item": "timestamp_type", "expected": "tty", "actual": "global"},
	}
}

test_pass_at_the_bound if {
	every minutes in [0, 0.5, 5] {
		denials := control.deny with data.params as _params with input as _with({"timestamp_timeout": minutes}, [])
		denials == set()
	}
}

_defaults := {"timestamp_timeout": 5, "timestamp_type": "tty"}

test_not_applicable_without_sudo if {
	control.not_applicable.en with data.params as _params with input as {"sudo": {"installed": false}}
}

_with(defaults, bound) := {"sudo": {"installed": true, "rules": [], "bound": bound, "defaults": object.union(_defaults, defaults)}}

_params := {"sudo": {"credentials_expire": {"timestamp_minutes": 5}}}
