package controls.sites.location_suitable_test

import data.controls.sites.location_suitable as control

test_pass_on_the_last_day if _denials([_room({})], [_seen("wind_resistance", "2025-11-23")]) == set()

test_fail_the_day_after if {
	_denials([_room({})], [_seen("wind_resistance", "2025-11-22")]) == {{
		"item": "SITE-1.wind_resistance",
		"expected": "<= 365",
		"actual": 366,
	}}
}

test_fail_top_floor_or_basement_not_waterproofed if {
	every floor in ["top", "basement"] {
		_denials([_room({"floor": floor})], [_wind]) == {_dry}
	}
}

test_pass_waterproofed_better if {
	_denials([_room({"floor": "top"})], [_wind, _seen("reinforced_waterproofing", "2026-11-01")]) == set()
}

test_fail_floor_unknown if {
	_denials([_room({"floor": null})], [_wind]) == {
		_dry,
		{"item": "SITE-1.floor", "expected": "recorded", "actual": null},
	}
}

test_pass_floor_of_operation_centre_is_free if {
	_denials([_room({}), _room({"id": "SITE-2", "purpose": "operation_centre", "floor": "top"})], [_wind]) == set()
}

test_fail_no_machine_room if {
	_denials([], []) == {{"item": "machine_room", "expected": ">= 1", "actual": 0}}
}

_dry := {"item": "SITE-1.reinforced_waterproofing", "expected": "present", "actual": null}

_denials(sites, safeguards) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"site": sites, "safeguard": safeguards},
	}
		with data.params.sites.location_suitable as {
			"days": 365,
			"purposes": ["machine_room", "off_site_backup"],
			"safeguards": ["wind_resistance"],
		}
}

_room(changes) := object.union(
	{"id": "SITE-1", "purpose": "machine_room", "opened": "2024-01-01", "closed": null, "floor": "between"},
	changes,
)

_wind := _seen("wind_resistance", "2026-11-01")

_seen(measure, checked) := {"site": "SITE-1", "measure": measure, "checked": checked, "works": true}
