package controls.auth.password_patterns_refused_test

import data.controls.auth.password_patterns_refused as control

test_fail_no_module if {
	denials := control.deny with input as {"pam": {"quality": null}} with data.params as _params
	denials == {{"item": "pam_pwquality.so", "expected": ">= 1", "actual": 0}}
}

test_fail_repeat if {
	every repeat in [0, 4] {
		denials := control.deny with input as _quality(repeat, 3) with data.params as _params
		denials == {{"item": "maxrepeat", "expected": "1..3", "actual": repeat}}
	}
}

test_fail_alike if {
	denials := control.deny with input as _quality(3, 2) with data.params as _params
	denials == {{"item": "difok", "expected": ">= 3", "actual": 2}}
}

test_pass_at_the_bounds if {
	denials := control.deny with input as _quality(3, 3) with data.params as _params
	denials == set()
}

_quality(repeat, different) := {"pam": {"quality": {"maxrepeat": repeat, "difok": different}}}

_params := {"auth": {"password_patterns_refused": {"max_repeat": 3, "min_different": 3}}}
