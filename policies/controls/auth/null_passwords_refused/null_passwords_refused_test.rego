package controls.auth.null_passwords_refused_test

import data.controls.auth.null_passwords_refused as control

test_fail_named_once_though_included_often if {
	denials := control.deny with input as _pam(["nullok", "try_first_pass"])
	denials == {{"item": "/etc/pam.d/common-auth: auth pam_unix.so", "expected": null, "actual": "nullok"}}
}

test_fail_the_old_spelling if {
	denials := control.deny with input as _pam(["nullok_secure"])
	denials == {{"item": "/etc/pam.d/common-auth: auth pam_unix.so", "expected": null, "actual": "nullok_secure"}}
}

test_pass if {
	denials := control.deny with input as _pam(["try_first_pass"])
	denials == set()
}

_pam(args) := {"pam": {"stacks": {"login": _stack(args), "passwd": [], "sshd": _stack(args), "su": _stack(args)}}}

_stack(args) := [{
	"type": "auth",
	"control": "[success=1 default=ignore]",
	"module": "pam_unix.so",
	"args": args,
	"path": "/etc/pam.d/common-auth",
}]
