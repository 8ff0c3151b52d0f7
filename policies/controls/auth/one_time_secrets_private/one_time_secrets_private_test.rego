package controls.auth.one_time_secrets_private_test

import data.controls.auth.one_time_secrets_private as control

import data.lib.pam

test_fail_others_read if {
	denials := control.deny with input as _file("0640", "root", "root")
	denials == {{"item": "/etc/users.oath", "expected": "<= 0600", "actual": "0640"}}
}

test_fail_another_owner if {
	denials := control.deny with input as _file("0600", "ann", "staff")
	denials == {
		{"item": "/etc/users.oath", "expected": "root", "actual": "ann"},
		{"item": "/etc/users.oath", "expected": "root", "actual": "staff"},
	}
}

test_fail_absent if {
	count(control.deny) > 0 with input as _file(null, null, null)
}

test_pass_at_the_bound_and_stricter if {
	every mode in ["0600", "0400"] {
		control.deny == set() with input as _file(mode, "root", "root")
	}
}

test_not_applicable_without_one_time_passwords if {
	control.not_applicable == pam.no_one_time_passwords with input as {"pam": {"one_time": null}}
}

_file(mode, owner, group) := {"pam": {"one_time": {
	"path": "/etc/users.oath",
	"mode": mode,
	"owner": owner,
	"group": group,
}}}
