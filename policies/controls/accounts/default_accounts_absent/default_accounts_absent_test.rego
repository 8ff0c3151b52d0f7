package controls.accounts.default_accounts_absent_test

import data.controls.accounts.default_accounts_absent as control

test_fail_password if {
	every password in ["hash", "unshadowed", "empty"] {
		denials := control.deny with data.params as _params with input as _host("pi", password, 0)
		denials == {{"item": "pi", "expected": "locked", "actual": password}}
	}
}

test_fail_key if {
	denials := control.deny with data.params as _params with input as _host("pi", "locked", 1)
	denials == {{"item": "pi: keys", "expected": 0, "actual": 1}}
}

test_pass if {
	every password in ["locked", "missing"] {
		control.deny == set() with data.params as _params with input as _host("pi", password, 0)
	}
	control.deny == set() with data.params as _params with input as _host("ann", "hash", 1)
}

_host(name, password, keys) := {
	"accounts": {"users": [{"name": name, "password": password}]},
	"access": {"logins": [{"name": name, "keys": keys}, {"name": "zoe", "keys": 2}]},
}

_params := {"accounts": {"default_accounts_absent": {"default_names": ["pi", "guest"]}}}
