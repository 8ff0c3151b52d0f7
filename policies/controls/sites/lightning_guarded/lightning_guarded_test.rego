package controls.sites.lightning_guarded_test

import data.controls.sites.lightning_guarded as control

test_pass_on_the_last_day if _denials([_room({})], _all({"checked": "2025-11-23"})) == set()

test_fail_the_day_after if {
	_denials([_room({})], _all({"checked": "2025-11-22"})) == _each("<= 365", 366)
}

test_fail_checked_only_tomorrow if {
	_denials([_room({})], _all({"checked": "2026-11-24"})) == _each("<= 365", -1)
}

test_fail_not_in_order if _denials([_room({})], _all({"works": false})) == _each("in order", "not in order")

test_fail_missing if _denials([_room({})], []) == _each("present", null)

test_fail_off_site_too if {
	sites := [_room({}), _room({"id": "SITE-3", "purpose": "off_site_backup"})]
	{denial.item | some denial in _denials(sites, _all({}))} == {sprintf("SITE-3.%s", [one]) | some one in _safeguards}
}

test_pass_operation_centre_needs_none if {
	_denials([_room({}), _room({"id": "SITE-2", "purpose": "operation_centre"})], _all({})) == set()
}

test_fail_no_machine_room if {
	_denials([], []) == {{"item": "machine_room", "expected": ">= 1", "actual": 0}}
	_denials([_room({"closed": "2026-11-22"})], []) == _denials([], [])
}

_safeguards := ["earthing", "surge_protection"]

_denials(sites, safeguards) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"site": sites, "safeguard": safeguards},
	}
		with data.params.sites.lightning_guarded as {
			"days": 365,
			"purposes": ["machine_room", "off_site_backup"],
			"safeguards": _safeguards,
		}
}

_each(expected, actual) := {{"item": sprintf("SITE-1.%s", [one]), "expected": expected, "actual": actual} |
	some one in _safeguards
}

_room(changes) := object.union(
	{"id": "SITE-1", "purpose": "machine_room", "opened": "2024-01-01", "closed": null},
	changes,
)

_all(changes) := [object.union({"site": "SITE-1", "measure": one, "checked": "2026-11-01", "works": true}, changes) |
	some one in _safeguards
]
