package controls.auth.console_logins_limited_test

import data.controls.auth.console_logins_limited as control

test_fail if {
	every value in [0, 6, null, -1] {
		denials := control.deny with input as _console(value, 60) with data.params as _params
		denials == {{"item": "LOGIN_RETRIES", "expected": "1..5", "actual": value}}
	}
}

test_fail_for_ever if {
	denials := control.deny with input as _console(5, 0) with data.params as _params
	denials == {{"item": "LOGIN_TIMEOUT", "expected": "1..60", "actual": 0}}
}

test_pass_at_the_bounds if {
	denials := control.deny with input as _console(5, 60) with data.params as _params
	denials == set()
}

_console(retries, timeout) := {"pam": {"console": {"login_retries": retries, "login_timeout_seconds": timeout}}}

_params := {"auth": {"console_logins_limited": {"login_retries": 5, "login_timeout_seconds": 60}}}
