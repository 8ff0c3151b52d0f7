package controls.people.powers_match_posts_test

import data.controls.people.powers_match_posts as control

test_pass_the_post_s_account if _denials(["chen"], "system_admin", ["hub-sysadmins"]) == set()

test_pass_no_administrator if _denials(["chen"], "operator", ["ssh-users"]) == set()

test_fail_another_post if {
	_denials(["chen"], "operator", ["hub-sysadmins"]) == {{
		"item": "chen@hub-1",
		"expected": ["system_admin"],
		"actual": ["operator"],
	}}
}

test_fail_two_powers if {
	_denials(["chen"], "system_admin", ["hub-sysadmins", "hub-auditors"]) == {
		{"item": "P-1", "expected": "<= 1", "actual": ["audit_admin", "system_admin"]},
		{"item": "chen@hub-1", "expected": ["audit_admin", "system_admin"], "actual": ["system_admin"]},
	}
}

test_pass_nobody_s if _denials([], "system_admin", ["hub-secadmins"]) == set()

test_fail_nothing_recorded_or_seen if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"person": [], "post": []},
		"estate": {"inventory": ["hub-1"], "hosts": []},
	}
	found == {
		{"item": "post", "expected": ">= 1", "actual": 0},
		{"item": "inventory", "expected": ["hub-1"], "actual": []},
	}
}

_denials(accounts, role, groups) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {
			"person": [{"id": "P-1", "left": null, "accounts": accounts}],
			"post": [{"role": role, "primary": null, "deputy": "P-1"}],
		},
		"estate": {"inventory": ["hub-1"], "hosts": [{"name": "hub-1", "accounts": [{
			"name": "chen",
			"system": false,
			"can_login": true,
			"keys": 0,
			"groups": groups,
		}]}]},
	}
}
