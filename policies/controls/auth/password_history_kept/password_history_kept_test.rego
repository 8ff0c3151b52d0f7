package controls.auth.password_history_kept_test

import data.controls.auth.password_history_kept as control

test_fail_not_asked if {
	denials := control.deny with input as {"pam": {"stacks": {"passwd": [_entry("pam_unix.so")]}, "history": null}}
		with data.params as _params
	denials == {{"item": "passwd", "expected": ["pam_pwhistory.so", "pam_unix.so"], "actual": ["pam_unix.so"]}}
}

test_fail_settings_not_shown if {
	denials := control.deny with input as object.union(_pam(5, true, true), {"pam": {"history": null}}) with data.params as _params
	denials == {{
		"item": "passwd",
		"expected": ["pam_pwhistory.so", "pam_unix.so"],
		"actual": ["pam_pwhistory.so", "pam_unix.so"],
	}}
}

test_fail_too_few if {
	denials := control.deny with input as _pam(4, true, true) with data.params as _params
	denials == {{"item": "remember", "expected": ">= 5", "actual": 4}}
}

test_fail_each_switch if {
	denials := control.deny with input as _pam(5, false, false) with data.params as _params
	denials == {
		{"item": "enforce_for_root", "expected": true, "actual": false},
		{"item": "use_authtok", "expected": true, "actual": false},
	}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _pam(5, true, true) with data.params as _params
	denials == set()
}

_pam(remember, root, authtok) := {"pam": {
	"stacks": {"passwd": [_entry("pam_pwhistory.so"), _entry("pam_unix.so")]},
	"history": {"remember": remember, "enforce_for_root": root, "use_authtok": authtok},
}}

_entry(module) := {"type": "password", "control": "requisite", "module": module, "args": [], "path": "x"}

_params := {"auth": {"password_history_kept": {"remember": 5}}}
