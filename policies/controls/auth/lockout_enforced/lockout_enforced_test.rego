package controls.auth.lockout_enforced_test

import data.controls.auth.lockout_enforced as control

_expected := ["pam_faillock.so preauth", "pam_unix.so", "pam_faillock.so authfail"]

test_fail_settings_without_lines if {
	stack := [_line("auth", "[success=1 default=ignore]", "pam_unix.so", []), _line("auth", "requisite", "pam_deny.so", [])]
	denials := control.deny with input as _pam(stack, []) with data.params as _params
	denials == {
		{"item": "login auth", "expected": _expected, "actual": ["pam_unix.so", "pam_deny.so"]},
		{"item": "login account", "expected": ["pam_faillock.so"], "actual": []},
	}
}

test_fail_no_stack_at_all if {
	denials := control.deny with input as _pam([], []) with data.params as _params
	{denial.item | some denial in denials} == {"login auth", "login account"}
}

test_fail_authfail_is_never_reached if {
	stack := [_preauth, _unix, _line("auth", "requisite", "pam_deny.so", []), _authfail, _account]
	denials := control.deny with input as _pam(stack, [_lockout({})]) with data.params as _params
	denials == {{
		"item": "login auth",
		"expected": _expected,
		"actual": ["pam_faillock.so preauth", "pam_unix.so", "pam_deny.so", "pam_faillock.so authfail"],
	}}
}

test_fail_lock_is_optional if {
	stack := [_line("auth", "optional", "pam_faillock.so", ["preauth"]), _unix, _authfail, _account]
	denials := control.deny with input as _pam(stack, [_lockout({})]) with data.params as _params
	denials == {{"item": "login auth", "expected": _expected, "actual": ["pam_unix.so", "pam_faillock.so authfail"]}}
}

test_fail_lock_has_no_power if {
	every word in ["sufficient", "[default=ignore]", ""] {
		stack := [_line("auth", word, "pam_faillock.so", ["preauth"]), _unix, _authfail, _account]
		denials := control.deny with input as _pam(stack, [_lockout({})]) with data.params as _params
		{denial.item | some denial in denials} == {"login auth"}
	}
}

test_fail_password_is_asked_for_before_the_lock if {
	stack := [_line("auth", "requisite", "pam_unix.so", []), _preauth, _unix, _authfail, _account]
	denials := control.deny with input as _pam(stack, [_lockout({})]) with data.params as _params
	{denial.item | some denial in denials} == {"login auth"}
}

test_fail_in_one_service if {
	pam := {"pam": {"stacks": {"login": _good, "sshd": [_unix], "su": []}, "lockouts": [_lockout({})]}}
	denials := control.deny with input as pam with data.params as _params
	denials == {
		{"item": "sshd auth", "expected": _expected, "actual": ["pam_unix.so"]},
		{"item": "sshd account", "expected": ["pam_faillock.so"], "actual": []},
	}
}

test_fail_tries if {
	every tries in [0, 6] {
		denials := control.deny with input as _pam(_good, [_lockout({"deny": tries})]) with data.params as _params
		denials == {{"item": "deny", "expected": "1..5", "actual": tries}}
	}
}

test_fail_lines_without_settings if {
	denials := control.deny with input as _pam(_good, []) with data.params as _params
	denials == {{"item": "deny", "expected": "1..5", "actual": null}}
}

test_fail_short if {
	every seconds in [899, 1, -1, -900] {
		denials := control.deny with input as _pam(_good, [_lockout({"unlock_seconds": seconds})]) with data.params as _params
		denials == {{"item": "unlock_time", "expected": ">= 900", "actual": seconds}}
	}
}

test_pass_at_the_bounds if {
	every seconds in [900, 0] {
		control.deny == set() with input as _pam(_good, [_lockout({"unlock_seconds": seconds})]) with data.params as _params
	}
}

_pam(login, lockouts) := {"pam": {"stacks": {"login": login, "sshd": [], "su": []}, "lockouts": lockouts}}

_lockout(other) := object.union({"deny": 5, "unlock_seconds": 900}, other)

_good := [_preauth, _unix, _authfail, _line("auth", "requisite", "pam_deny.so", []), _account]

_preauth := _line("auth", "requisite", "pam_faillock.so", ["preauth"])

_unix := _line("auth", "[success=2 default=ignore]", "pam_unix.so", ["try_first_pass"])

_authfail := _line("auth", "[default=die]", "pam_faillock.so", ["authfail"])

_account := _line("account", "required", "pam_faillock.so", [])

_line(type, control, module, args) := {"type": type, "control": control, "module": module, "args": args}

_params := {"auth": {"lockout_enforced": {"deny": 5, "unlock_seconds": 900}}}
