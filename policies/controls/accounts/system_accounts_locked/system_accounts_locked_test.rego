package controls.accounts.system_accounts_locked_test

import data.controls.accounts.system_accounts_locked as control

test_fail_shell if {
	denials := control.deny with data.params.accounts.system_accounts_locked.service_logins as ["keeper"] with input as _user({"can_login": true, "shell": "/bin/bash"})
	denials == {{"item": "backup", "expected": "/usr/sbin/nologin", "actual": "/bin/bash"}}
}

test_fail_password if {
	every state in ["hash", "empty", "unshadowed"] {
		denials := control.deny with data.params.accounts.system_accounts_locked.service_logins as ["keeper"] with input as _user({"password": state})
		denials == {{"item": "backup", "expected": "locked", "actual": state}}
	}
}

test_pass if {
	every state in ["locked", "missing"] {
		control.deny == set() with data.params.accounts.system_accounts_locked.service_logins as ["keeper"] with input as _user({"password": state})
	}
}

test_pass_a_service_that_keys_start if {
	denials := control.deny with data.params.accounts.system_accounts_locked.service_logins as ["keeper"] with input as _user({"name": "keeper", "can_login": true, "shell": "/bin/sh"})
	denials == set()
}

test_fail_a_password_of_such_a_service if {
	denials := control.deny with data.params.accounts.system_accounts_locked.service_logins as ["keeper"] with input as _user({"name": "keeper", "password": "hash"})
	denials == {{"item": "keeper", "expected": "locked", "actual": "hash"}}
}

test_pass_people if {
	denials := control.deny with data.params.accounts.system_accounts_locked.service_logins as ["keeper"] with input as _user({"system": false, "can_login": true, "password": "hash"})
	denials == set()
}

_user(other) := {"accounts": {"users": [object.union(
	{"name": "backup", "system": true, "can_login": false, "shell": "/usr/sbin/nologin", "password": "locked"},
	other,
)]}}
