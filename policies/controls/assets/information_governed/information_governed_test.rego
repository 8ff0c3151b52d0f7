package controls.assets.information_governed_test

import data.controls.assets.information_governed as control

test_pass_governed if _denials([_rules({})], [_medium({})]) == set()

test_fail_a_point_is_left_out if {
	_denials([_rules({"covers": []})], []) == {{"item": "PRC-1.covers", "expected": ["use"], "actual": []}}
}

test_fail_practice_not_compared if {
	_denials([_rules({"reviewed": "2025-11-22"})], []) == {{
		"item": "PRC-1.reviewed",
		"expected": ">= 2025-11-23",
		"actual": "2025-11-22",
	}}
}

test_fail_medium_not_classified if {
	_denials([_rules({})], [_medium({"information": null, "tag": null})]) == {
		{"item": "MED-1.information", "expected": "class", "actual": null},
		{"item": "MED-1.tag", "expected": "label", "actual": null},
	}
}

test_pass_medium_gone if {
	_denials([_rules({})], [_medium({"information": null, "disposed": "2026-11-22"})]) == set()
}

test_fail_withdrawn if _denials([_rules({"withdrawn": "2026-01-01"})], []) == _none

test_fail_nothing_recorded if _denials([], []) == _none

_none := {{"item": "information", "expected": ">= 1", "actual": 0}}

_denials(procedures, media) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"procedure": procedures, "media": media},
	}
		with data.params.assets.information_governed as {"days": 365, "points": ["use"]}
}

_medium(changes) := object.union(
	{"id": "MED-1", "information": "general", "tag": "T-1", "archived": "2024-01-01", "disposed": null},
	changes,
)

_rules(changes) := object.union(
	{
		"id": "PRC-1",
		"topic": "information",
		"covers": ["use"],
		"approved_by": "POST-1",
		"issued": "2024-01-01",
		"reviewed": "2025-11-23",
		"withdrawn": null,
	},
	changes,
)
