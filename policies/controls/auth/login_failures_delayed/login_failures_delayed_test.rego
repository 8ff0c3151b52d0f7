package controls.auth.login_failures_delayed_test

import data.controls.auth.login_failures_delayed as control

test_fail_none if {
	denials := control.deny with input as _pam([_unix([])]) with data.params as _params
	denials == {
		{"item": "login", "expected": ">= 3 s", "actual": []},
		{"item": "su", "expected": ">= 3 s", "actual": []},
	}
}

test_fail_short if {
	every argument in ["delay=2999999", "delay=-1", "delay=x", "delay=", "delays=3000000"] {
		denials := control.deny with input as _pam([_delay(argument), _unix([])]) with data.params as _params
		{denial.item | some denial in denials} == {"login", "su"}
	}
}

test_fail_nodelay if {
	denials := control.deny with input as _pam([_delay("delay=3000000"), _unix(["nodelay"])]) with data.params as _params
	denials == {
		{"item": "login: pam_unix.so", "expected": null, "actual": "nodelay"},
		{"item": "su: pam_unix.so", "expected": null, "actual": "nodelay"},
	}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _pam([_delay("delay=3000000"), _unix([])]) with data.params as _params
	denials == set()
}

_pam(stack) := {"pam": {"stacks": {"login": stack, "su": stack}}}

_delay(argument) := {"type": "auth", "control": "optional", "module": "pam_faildelay.so", "args": [argument]}

_unix(args) := {"type": "auth", "control": "required", "module": "pam_unix.so", "args": args}

_params := {"auth": {"login_failures_delayed": {"fail_delay_seconds": 3}}}
