package controls.accounts.inactive_locked_test

import data.controls.accounts.inactive_locked as control

test_fail_for_new_accounts if {
	every days in [-1, 46, null] {
		denials := control.deny with input as _accounts(days, 45, "hash") with data.params as _params
		denials == {{"item": "INACTIVE", "expected": "0..45", "actual": days}}
	}
}

test_fail_for_an_account if {
	every days in [-1, 46, null] {
		denials := control.deny with input as _accounts(45, days, "hash") with data.params as _params
		denials == {{"item": "ann", "expected": "0..45", "actual": days}}
	}
}

test_pass_at_the_bounds if {
	every days in [0, 45] {
		control.deny == set() with input as _accounts(days, days, "hash") with data.params as _params
	}
}

test_pass_account_without_a_password if {
	denials := control.deny with input as _accounts(45, null, "locked") with data.params as _params
	denials == set()
}

_accounts(rule, days, state) := {"accounts": {
	"useradd_inactive": rule,
	"users": [{"name": "ann", "password": state, "inactive_days": days}],
}}

_params := {"accounts": {"inactive_locked": {"inactive_days": 45}}}
