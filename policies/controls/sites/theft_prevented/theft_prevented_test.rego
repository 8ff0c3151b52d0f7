package controls.sites.theft_prevented_test

import data.controls.sites.theft_prevented as control

test_pass_either_alarm if {
	every alarm in ["burglar_alarm", "watched_cctv"] {
		_denials([_fixed, _seen(alarm, {})]) == set()
	}
}

test_pass_on_the_last_day if _denials([_fixed, _seen("burglar_alarm", {"checked": "2026-05-27"})]) == set()

test_fail_no_alarm_or_none_in_order if {
	every alarms in [
		[],
		[_seen("burglar_alarm", {"works": false})],
		[_seen("watched_cctv", {"checked": "2026-05-26"})],
		[_seen("burglar_alarm", {}), _seen("burglar_alarm", {"works": false})],
	] {
		_denials(array.concat([_fixed], alarms)) == {_unguarded}
	}
}

test_pass_one_of_two_in_order if {
	_denials([_fixed, _seen("burglar_alarm", {"works": false}), _seen("watched_cctv", {})]) == set()
}

test_fail_not_fixed if {
	_denials([_seen("equipment_fixed", {"works": false}), _seen("burglar_alarm", {})]) == {{
		"item": "SITE-1.equipment_fixed",
		"expected": "in order",
		"actual": "not in order",
	}}
}

test_fail_nothing_recorded if {
	_denials([]) == {_unguarded, {"item": "SITE-1.equipment_fixed", "expected": "present", "actual": null}}
}

test_fail_no_machine_room if {
	denials := control.deny with input as {"as_of": _as_of, "records": {"site": [], "safeguard": []}}
		with data.params.sites.theft_prevented as _params
	denials == {{"item": "machine_room", "expected": ">= 1", "actual": 0}}
}

_as_of := "2026-11-23T00:00:00Z"

_params := {
	"alarms": ["burglar_alarm", "watched_cctv"],
	"days": 180,
	"purposes": ["machine_room", "off_site_backup"],
	"safeguards": ["equipment_fixed"],
}

_unguarded := {"item": "SITE-1.alarm", "expected": ["burglar_alarm", "watched_cctv"], "actual": []}

_denials(safeguards) := found if {
	found := control.deny with input as {"as_of": _as_of, "records": {
		"site": [
			{"id": "SITE-1", "purpose": "machine_room", "opened": "2024-01-01", "closed": null},
			{"id": "SITE-2", "purpose": "operation_centre", "opened": "2024-01-01", "closed": null},
		],
		"safeguard": safeguards,
	}}
		with data.params.sites.theft_prevented as _params
}

_fixed := _seen("equipment_fixed", {})

_seen(measure, changes) := object.union(
	{"site": "SITE-1", "measure": measure, "checked": "2026-11-01", "works": true},
	changes,
)
