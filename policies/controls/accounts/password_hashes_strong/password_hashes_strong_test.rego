package controls.accounts.password_hashes_strong_test

import data.controls.accounts.password_hashes_strong as control

test_fail_method_of_new_passwords if {
	every method in ["DES", "MD5", "SHA256", null] {
		denials := control.deny with input as _accounts(method, "$y$", 20000)
		denials == {{"item": "ENCRYPT_METHOD", "expected": ["SHA512", "YESCRYPT"], "actual": method}}
	}
}

test_fail_weak_hash if {
	every prefix in ["$1$", "$5$", "des", "unknown"] {
		denials := control.deny with input as _accounts("YESCRYPT", prefix, 20000)
		denials == {{"item": "ann", "expected": ["$6$", "$7$", "$gy$", "$y$"], "actual": prefix}}
	}
}

test_pass_weak_hash_that_must_be_changed if {
	denials := control.deny with input as _accounts("SHA512", "$1$", 0)
	denials == set()
}

test_pass_strong if {
	every prefix in ["$y$", "$6$"] {
		control.deny == set() with input as _accounts("SHA512", prefix, 20000)
	}
}

test_pass_locked if {
	user := {"name": "ann", "password": "locked", "hash_prefix": null, "last_change": 20000}
	control.deny == set() with input as {"accounts": {"login_defs": {"encrypt_method": "SHA512"}, "users": [user]}}
}

_accounts(method, prefix, changed) := {"accounts": {
	"login_defs": {"encrypt_method": method},
	"users": [{"name": "ann", "password": "hash", "hash_prefix": prefix, "last_change": changed}],
}}
