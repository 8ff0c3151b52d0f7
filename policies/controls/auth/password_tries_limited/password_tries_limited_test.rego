package controls.auth.password_tries_limited_test

import data.controls.auth.password_tries_limited as control

test_fail_no_module if {
	denials := control.deny with input as {"pam": {"quality": null}} with data.params as _params
	denials == {{"item": "pam_pwquality.so", "expected": ">= 1", "actual": 0}}
}

test_fail_many if {
	every tries in [0, 4] {
		denials := control.deny with input as _quality(tries) with data.params as _params
		denials == {{"item": "retry", "expected": "1..3", "actual": tries}}
	}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _quality(3) with data.params as _params
	denials == set()
}

_quality(tries) := {"pam": {"quality": {"retry": tries}}}

_params := {"auth": {"password_tries_limited": {"password_tries": 3}}}
