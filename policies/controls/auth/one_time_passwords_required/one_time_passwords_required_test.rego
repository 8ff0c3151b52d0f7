package controls.auth.one_time_passwords_required_test

import data.controls.auth.one_time_passwords_required as control
import data.lib.sshd

test_fail_no_line if {
	denials := control.deny with input as _host([_line("required", "pam_unix.so", [])], null) with data.params as _params
	denials == {{"item": "sshd auth", "expected": ["pam_oath.so"], "actual": ["pam_unix.so"]}}
}

test_fail_something_lets_in_before if {
	every word in ["sufficient", "[success=done default=ignore]", "[success=1 default=ignore]", ""] {
		stack := array.concat([_line(word, "pam_permit.so", [])], _good)
		denials := control.deny with input as _host(stack, "/etc/users.oath") with data.params as _params
		{denial.item | some denial in denials} == {"sshd auth"}
	}
}

test_fail_refusal_does_not_count if {
	every word in ["sufficient", "optional", "[success=1 default=ignore]"] {
		denials := control.deny with input as _host([_line(word, "pam_oath.so", _args)], "/f") with data.params as _params
		{denial.item | some denial in denials} == {"sshd auth"}
	}
}

test_fail_arguments if {
	stack := [_line("required", "pam_oath.so", ["usersfile=/f", "digits=5", "window=3", "alwaysok"])]
	denials := control.deny with input as _host(stack, "/f") with data.params as _params
	denials == {
		{"item": "pam_oath.so digits", "expected": "6..8", "actual": "5"},
		{"item": "pam_oath.so window", "expected": "0..2", "actual": "3"},
		{"item": "pam_oath.so", "expected": null, "actual": "alwaysok"},
	}
}

test_fail_arguments_are_not_given if {
	denials := control.deny with input as _host([_line("required", "pam_oath.so", [])], "") with data.params as _params
	denials == {
		{"item": "pam_oath.so digits", "expected": "6..8", "actual": null},
		{"item": "pam_oath.so window", "expected": "0..2", "actual": null},
		{"item": "pam_oath.so usersfile", "expected": ">= 1", "actual": ""},
	}
}

test_pass_at_the_bounds if {
	denials := control.deny with input as _host(_good, "/etc/users.oath") with data.params as _params
	denials == set()
}

test_pass_required if {
	denials := control.deny with input as _host([_line("required", "pam_oath.so", _args)], "/f") with data.params as _params
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false}, "pam": {"stacks": {"sshd": []}, "one_time": null}}
	reason == sshd.absent
}

_good := [
	_line("requisite", "pam_faillock.so", ["preauth"]),
	_line("[success=1 default=ignore]", "pam_oath.so", _args),
	_line("[default=die]", "pam_faillock.so", ["authfail"]),
]

_args := ["usersfile=/etc/users.oath", "digits=6", "window=2"]

_line(control_word, module, args) := {"type": "auth", "control": control_word, "module": module, "args": args}

_host(stack, file) := {
	"sshd": {"installed": true},
	"pam": {"stacks": {"sshd": stack}, "one_time": _file(file)},
}

_file(path) := {"path": path} if not is_null(path)

_file(path) := null if is_null(path)

_params := {"auth": {"one_time_passwords_required": {"otp_digits": 6, "otp_window": 2}}}
