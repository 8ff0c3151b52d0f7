package controls.assets.media_controlled_test

import data.controls.assets.media_controlled as control

test_pass_on_the_last_day if _denials([_medium({})], [_handover({})]) == set()

test_fail_open_place if {
	_denials([_medium({"protected": false})], []) == {_fails("MED-1.protected", true, false)}
}

test_fail_custodian_left if {
	_denials([_medium({"custodian": "P-2"})], []) == {_fails("MED-1.custodian", "active", "P-2")}
}

test_fail_without_custodian if {
	_denials([_medium({"custodian": null})], []) == {_fails("MED-1.custodian", "active", null)}
}

test_fail_not_counted if {
	_denials([_medium({"counted": "2026-05-22"})], []) == {_fails("MED-1.counted", ">= 2026-05-23", "2026-05-22")}
}

test_fail_counted_by_the_custodian if {
	_denials([_medium({"counted_by": "P-1"})], []) == {_fails("MED-1.counted_by", "!= custodian", "P-1")}
}

test_fail_counted_by_nobody if {
	_denials([_medium({"counted_by": null})], []) == {_fails("MED-1.counted_by", "!= custodian", null)}
}

test_fail_sensitive_in_the_clear if {
	_denials([_medium({"encrypted": false})], []) == {_fails("MED-1.encrypted", true, false)}
}

test_pass_general_in_the_clear if {
	_denials([_medium({"encrypted": false, "information": "general"})], []) == set()
}

test_fail_approved_afterwards if {
	_denials([_medium({})], [_handover({"approved": "2026-11-16"})]) == {_fails(
		"HND-1.approved",
		"<= 2026-11-15",
		"2026-11-16",
	)}
}

test_fail_not_sealed if {
	_denials([_medium({})], [_handover({"sealed": false})]) == {_fails("HND-1.sealed", true, false)}
}

test_pass_consulted_unsealed if {
	_denials([_medium({})], [_handover({"sealed": false, "purpose": "consultation"})]) == set()
}

test_fail_never_received if {
	_denials([_medium({})], [_handover({"received": null})]) == {_fails("HND-1.received", ">= 2026-11-16", null)}
}

test_pass_still_on_its_way if {
	_denials([_medium({})], [_handover({"day": "2026-11-16", "received": null})]) == set()
}

test_pass_long_ago if {
	_denials([_medium({})], [_handover({"day": "2025-11-22", "received": null})]) == set()
}

test_pass_an_asset_is_another_control_s if {
	_denials([_medium({})], [_handover({"media": null, "sealed": false})]) == set()
}

test_fail_nothing_recorded if {
	_denials([], []) == {_fails("media", ">= 1", 0)}
}

_denials(media, handovers) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {
			"media": media,
			"handover": handovers,
			"person": [
				{"id": "P-1", "joined": "2024-01-01", "left": null},
				{"id": "P-2", "joined": "2024-01-01", "left": "2026-11-22"},
			],
		},
	}
		with data.params.assets.media_controlled as {
			"days": 184,
			"handover_days": 7,
			"look_back": 365,
			"sensitive": ["core", "important"],
		}
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_medium(changes) := object.union(
	{
		"id": "MED-1",
		"information": "important",
		"encrypted": true,
		"protected": true,
		"custodian": "P-1",
		"archived": "2024-01-01",
		"counted": "2026-05-23",
		"counted_by": "P-3",
		"disposed": null,
	},
	changes,
)

_handover(changes) := object.union(
	{
		"id": "HND-1",
		"media": "MED-1",
		"purpose": "transport",
		"approved": "2026-11-15",
		"day": "2026-11-15",
		"sealed": true,
		"received": "2026-11-15",
	},
	changes,
)
