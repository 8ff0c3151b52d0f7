package controls.accounts.ids_unique_test

import data.controls.accounts.ids_unique as control

test_fail_shared_uid if {
	denials := control.deny with input as _accounts([["root", 0], ["toor", 0]], [])
	denials == {{"item": "uid 0", "expected": 1, "actual": ["root", "toor"]}}
}

test_fail_user_named_twice if {
	denials := control.deny with input as _accounts([["ann", 1001], ["ann", 1000]], [])
	denials == {{"item": "user ann", "expected": 1, "actual": [1000, 1001]}}
}

test_fail_shared_gid if {
	denials := control.deny with input as _accounts([], [["users", 100], ["staff", 100]])
	denials == {{"item": "gid 100", "expected": 1, "actual": ["staff", "users"]}}
}

test_fail_group_named_twice if {
	denials := control.deny with input as _accounts([], [["users", 101], ["users", 100]])
	denials == {{"item": "group users", "expected": 1, "actual": [100, 101]}}
}

test_pass if {
	denials := control.deny with input as _accounts([["root", 0], ["ann", 1000]], [["root", 0], ["ann", 1000]])
	denials == set()
}

_accounts(users, groups) := {"accounts": {
	"users": [{"name": name, "uid": uid} | some [name, uid] in users],
	"groups": [{"name": name, "gid": gid} | some [name, gid] in groups],
}}
