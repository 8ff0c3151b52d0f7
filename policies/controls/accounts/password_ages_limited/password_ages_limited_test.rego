package controls.accounts.password_ages_limited_test

import data.controls.accounts.password_ages_limited as control

test_fail_for_new_accounts if {
	denials := control.deny with input as _accounts([99999, 0, 6], [90, 1, 7], "hash") with data.params as _params
	denials == {
		{"item": "PASS_MAX_DAYS", "expected": "1..90", "actual": 99999},
		{"item": "PASS_MIN_DAYS", "expected": ">= 1", "actual": 0},
		{"item": "PASS_WARN_AGE", "expected": ">= 7", "actual": 6},
	}
}

test_fail_for_an_account if {
	denials := control.deny with input as _accounts([90, 1, 7], [91, 0, 6], "hash") with data.params as _params
	denials == {
		{"item": "ann: max_days", "expected": "1..90", "actual": 91},
		{"item": "ann: min_days", "expected": ">= 1", "actual": 0},
		{"item": "ann: warn_days", "expected": ">= 7", "actual": 6},
	}
}

test_fail_never_expires if {
	every days in [null, -1, 0] {
		denials := control.deny with input as _accounts([90, 1, 7], [days, 1, 7], "hash") with data.params as _params
		denials == {{"item": "ann: max_days", "expected": "1..90", "actual": days}}
	}
}

test_pass_at_the_bounds if {
	denials := control.deny with input as _accounts([90, 1, 7], [90, 1, 7], "hash") with data.params as _params
	denials == set()
}

test_pass_stricter_than_ninety_days if {
	denials := control.deny with input as _accounts([30, 2, 14], [30, 2, 14], "hash") with data.params as _params
	denials == set()
}

test_pass_account_without_a_password if {
	denials := control.deny with input as _accounts([90, 1, 7], [99999, 0, 7], "locked") with data.params as _params
	denials == set()
}

_accounts(rule, ages, state) := {"accounts": {
	"login_defs": {"pass_max_days": rule[0], "pass_min_days": rule[1], "pass_warn_age": rule[2]},
	"users": [{
		"name": "ann",
		"password": state,
		"max_days": ages[0],
		"min_days": ages[1],
		"warn_days": ages[2],
	}],
}}

_params := {"accounts": {"password_ages_limited": {"max_days": 90, "min_days": 1, "warn_days": 7}}}
