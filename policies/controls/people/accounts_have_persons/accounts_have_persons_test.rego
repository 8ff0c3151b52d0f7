package controls.people.accounts_have_persons_test

import data.controls.people.accounts_have_persons as control

test_pass_one_person if _denials([_person("P-1", true)], [_account(true, 0)]) == set()

test_fail_nobody if {
	_denials([], [_account(true, 0)]) == {{"item": "chen@hub-1", "expected": "one person", "actual": []}}
}

test_fail_shared if {
	_denials([_person("P-1", true), _person("P-2", true)], [_account(true, 0)]) == {{
		"item": "chen@hub-1",
		"expected": "one person",
		"actual": ["P-1", "P-2"],
	}}
}

test_fail_key_alone if {
	_denials([], [_account(false, 1)]) == {{"item": "chen@hub-1", "expected": "one person", "actual": []}}
}

test_pass_neither_shell_nor_key if _denials([], [_account(false, 0)]) == set()

test_fail_without_access if {
	_denials([_person("P-1", false)], [_account(true, 0)]) == {{
		"item": "chen@hub-1 of P-1",
		"expected": "access",
		"actual": false,
	}}
}

test_pass_program if {
	_denials([], [{"name": "hubops", "system": false, "can_login": true, "keys": 1, "groups": []}]) == set()
}

test_fail_host_not_seen if {
	found := control.deny with input as {
		"records": {"person": []},
		"estate": {"inventory": ["hub-2", "hub-1"], "hosts": [{"name": "hub-1", "accounts": []}]},
	}
	found == {{"item": "inventory", "expected": ["hub-1", "hub-2"], "actual": ["hub-1"]}}
}

_denials(people, accounts) := found if {
	found := control.deny with input as {
		"records": {"person": people},
		"estate": {"inventory": ["hub-1"], "hosts": [{"name": "hub-1", "accounts": accounts}]},
	}
		with data.params.people.accounts_have_persons as {"programs": ["hubops"]}
}

_person(id, access) := {"id": id, "access": access, "accounts": ["chen"]}

_account(can_login, keys) := {"name": "chen", "system": false, "can_login": can_login, "keys": keys, "groups": []}
