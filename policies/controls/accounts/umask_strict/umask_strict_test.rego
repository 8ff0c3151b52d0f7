package controls.accounts.umask_strict_test

import data.controls.accounts.umask_strict as control

test_fail_in_the_shell if {
	every mask in ["0022", "0007", "0026", null] {
		denials := control.deny with input as _accounts(mask, "0027") with data.params as _params
		denials == {{"item": "umask", "expected": ">= 027", "actual": mask}}
	}
}

test_fail_in_login_defs if {
	denials := control.deny with input as _accounts("0027", "0022") with data.params as _params
	denials == {{"item": "login.defs UMASK", "expected": ">= 027", "actual": "0022"}}
}

test_pass_at_the_bound_and_stricter if {
	every mask in ["0027", "0077"] {
		control.deny == set() with input as _accounts(mask, mask) with data.params as _params
	}
}

_accounts(session, defs) := {"accounts": {"session": {"umask": session}, "login_defs": {"umask": defs}}}

_params := {"accounts": {"umask_strict": {"umask": "027"}}}
