package controls.accounts.no_empty_passwords_test

import data.controls.accounts.no_empty_passwords as control

test_fail_each if {
	denials := control.deny with input as _users({"ann": "empty", "bob": "unshadowed", "eve": "locked"})
	denials == {
		{"item": "ann", "expected": ["hash", "locked"], "actual": "empty"},
		{"item": "bob", "expected": ["hash", "locked"], "actual": "unshadowed"},
	}
}

test_pass_locked_is_not_empty if {
	denials := control.deny with input as _users({"ann": "hash", "daemon": "locked", "old": "missing"})
	denials == set()
}

_users(passwords) := {"accounts": {"users": [{"name": name, "password": state} | some name, state in passwords]}}
