package controls.people.leavers_have_no_accounts_test

import data.controls.people.leavers_have_no_accounts as control

test_fail_the_day_after if _denials("2026-11-22", true, 0) == _open

test_pass_on_the_last_day if _denials("2026-11-23", true, 1) == set()

test_pass_still_there if _denials(null, true, 1) == set()

test_fail_key_alone if _denials("2026-11-22", false, 1) == _open

test_pass_closed if _denials("2026-11-22", false, 0) == set()

test_fail_nobody_recorded_or_seen if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"person": []},
		"estate": {"inventory": ["hub-1"], "hosts": []},
	}
	found == {
		{"item": "person", "expected": ">= 1", "actual": 0},
		{"item": "inventory", "expected": ["hub-1"], "actual": []},
	}
}

_open := {{"item": "chen@hub-1", "expected": "closed", "actual": "P-1"}}

_denials(left, can_login, keys) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"person": [{"id": "P-1", "left": left, "accounts": ["chen"]}]},
		"estate": {"inventory": ["hub-1"], "hosts": [{"name": "hub-1", "accounts": [{
			"name": "chen",
			"system": false,
			"can_login": can_login,
			"keys": keys,
			"groups": [],
		}]}]},
	}
}
