package controls.people.conflicting_posts_separated_test

import data.controls.people.conflicting_posts_separated as control

test_pass_three_hands if _denials(_posts("P-1", "P-2", "P-3", null)) == set()

test_fail_holder_is_deputy_elsewhere if {
	_denials(_posts("P-1", "P-2", "P-3", "P-1")) == {{
		"item": "P-1",
		"expected": "<= 1",
		"actual": ["audit_admin", "system_admin"],
	}}
}

test_fail_all_in_one_hand if {
	_denials(_posts("P-1", "P-1", "P-1", null)) == {{
		"item": "P-1",
		"expected": "<= 1",
		"actual": ["audit_admin", "security_admin", "system_admin"],
	}}
}

test_fail_nothing_recorded if {
	_denials([]) == {
		{"item": "audit_admin", "expected": ">= 1", "actual": 0},
		{"item": "security_admin", "expected": ">= 1", "actual": 0},
		{"item": "system_admin", "expected": ">= 1", "actual": 0},
	}
}

_denials(posts) := found if {
	found := control.deny with input as {"records": {"post": posts}}
}

_posts(system, security, audit, audit_deputy) := [
	{"id": "POST-1", "role": "system_admin", "primary": system, "deputy": null},
	{"id": "POST-2", "role": "security_admin", "primary": security, "deputy": null},
	{"id": "POST-3", "role": "audit_admin", "primary": audit, "deputy": audit_deputy},
	{"id": "POST-4", "role": "operator", "primary": "P-1", "deputy": "P-2"},
]
