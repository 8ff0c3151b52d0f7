package controls.accounts.system_accounts_locked_test

import data.controls.accounts.system_accounts_locked as control

test_fail_shell if {
	denials := control.deny with input as _user({"can_login": true, "shell": "/bin/bash"})
	denials == {{"item": "backup", "expected": "/usr/sbin/nologin", "actual": "/bin/bash"}}
}

test_fail_password if {
	every state in ["hash", "empty", "unshadowed"] {
		denials := control.deny with input as _user({"password": state})
		denials == {{"item": "backup", "expected": "locked", "actual": state}}
	}
}

test_pass if {
	every state in ["locked", "missing"] {
		control.deny == set() with input as _user({"password": state})
	}
}

test_pass_people if {
	denials := control.deny with input as _user({"system": false, "can_login": true, "password": "hash"})
	denials == set()
}

_user(other) := {"accounts": {"users": [object.union(
	{"name": "backup", "system": true, "can_login": false, "shell": "/usr/sbin/nologin", "password": "locked"},
	other,
)]}}
