package controls.accounts.root_home_private_test

import data.controls.accounts.root_home_private as control

test_fail_open if {
	every mode in ["0750", "0710", "0701", null] {
		denials := control.deny with input as _root({"home_mode": mode})
		denials == {{"item": "/root", "expected": "<= 0700", "actual": mode}}
	}
}

test_fail_another_s if {
	denials := control.deny with input as _root({"home_owner": "ann"})
	denials == {{"item": "/root", "expected": "root", "actual": "ann"}}
}

test_fail_nobody if {
	denials := control.deny with input as _root({"uid": 5})
	denials == {{"item": "uid 0", "expected": ">= 1", "actual": 0}}
}

test_pass if {
	control.deny == set() with input as _root({})
}

_root(change) := {"accounts": {"users": [object.union({"uid": 0, "home": "/root", "home_mode": "0700", "home_owner": "root"}, change)]}}
