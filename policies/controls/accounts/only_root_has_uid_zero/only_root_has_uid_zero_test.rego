package controls.accounts.only_root_has_uid_zero_test

import data.controls.accounts.only_root_has_uid_zero as control

test_fail_second_root if {
	denials := control.deny with input as _users({"root": 0, "toor": 0, "ann": 1000})
	denials == {{"item": "toor", "expected": ">= 1", "actual": 0}}
}

test_pass if {
	denials := control.deny with input as _users({"root": 0, "daemon": 1, "ann": 1000})
	denials == set()
}

_users(uids) := {"accounts": {"users": [{"name": name, "uid": uid} | some name, uid in uids]}}
