package controls.accounts.groups_defined_test

import data.controls.accounts.groups_defined as control

test_fail_no_group if {
	denials := control.deny with input as _host(7, ["ann"])
	denials == {{"item": "ann", "expected": "group", "actual": "gid 7"}}
}

test_fail_no_account if {
	denials := control.deny with input as _host(1, ["ann", "ghost"])
	denials == {{"item": "staff", "expected": "account", "actual": "ghost"}}
}

test_pass if {
	control.deny == set() with input as _host(1, ["ann"])
}

_host(gid, members) := {"accounts": {"users": [{"name": "ann", "gid": gid}], "groups": [{"name": "staff", "gid": 1, "members": members}]}}
