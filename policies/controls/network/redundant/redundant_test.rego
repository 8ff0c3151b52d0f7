package controls.network.redundant_test

import data.controls.network.redundant as control

test_pass_each_has_another if _denials(_pair, _lines) == set()

test_pass_others_need_none if {
	other := object.union(_device("DEV-3", "boundary", null), {"key": false})
	_denials(array.concat(_pair, [other]), _lines) == set()
}

test_fail_device_alone if {
	_denials(array.concat(_pair, [_device("DEV-3", "boundary", null)]), _lines) == _alone("DEV-3", null)
}

test_fail_other_is_gone if {
	gone := object.union(_device("DEV-4", "boundary", "DEV-3"), {"retired": "2026-11-22"})
	_denials(array.concat(_pair, [_device("DEV-3", "boundary", "DEV-4"), gone]), _lines) == _alone("DEV-3", "DEV-4")
}

test_fail_other_does_something_else if {
	other := object.union(_device("DEV-4", "security", null), {"key": false})
	_denials(array.concat(_pair, [_device("DEV-3", "boundary", "DEV-4"), other]), _lines) == _alone("DEV-3", "DEV-4")
}

test_fail_names_itself if {
	_denials(array.concat(_pair, [_device("DEV-3", "boundary", "DEV-3")]), _lines) == _alone("DEV-3", "DEV-3")
}

test_fail_one_carrier if {
	_denials(_pair, [_line("A"), _line("A")]) == _carriers(1)
	_denials(_pair, [_line("A"), object.union(_line("B"), {"site": "SITE-2"})]) == _carriers(1)
	_denials(_pair, [_line("A"), object.union(_line("B"), {"retired": "2026-11-22"})]) == _carriers(1)
	_denials(_pair, []) == _carriers(0)
}

test_fail_nothing_recorded if {
	found := control.deny with input as {"as_of": _today, "records": {"device": [], "line": [], "site": []}}
		with data.params.network.redundant as _params
	found == {
		{"item": "boundary", "expected": ">= 1", "actual": 0},
		{"item": "site", "expected": ">= 1", "actual": 0},
	}
}

_denials(devices, lines) := found if {
	found := control.deny with input as {
		"as_of": _today,
		"records": {
			"device": devices,
			"line": lines,
			"site": [
				{"id": "SITE-1", "purpose": "machine_room", "opened": "2024-01-01", "closed": null},
				{"id": "SITE-2", "purpose": "operation_centre", "opened": "2024-01-01", "closed": null},
				{"id": "SITE-3", "purpose": "machine_room", "opened": "2024-01-01", "closed": "2026-11-22"},
			],
		},
	}
		with data.params.network.redundant as _params
}

_params := {"carriers": 2, "roles": ["boundary"]}

_alone(id, other) := {{"item": id, "expected": "another device in use", "actual": other}}

_carriers(number) := {{"item": "SITE-1", "expected": ">= 2", "actual": number}}

_pair := [_device("DEV-1", "boundary", "DEV-2"), _device("DEV-2", "boundary", "DEV-1")]

_device(id, role, other) := {
	"id": id,
	"role": role,
	"key": true,
	"redundant_with": other,
	"opened": "2024-01-01",
	"retired": null,
}

_lines := [_line("A"), _line("B")]

_line(carrier) := {"site": "SITE-1", "provider": {"en": carrier}, "opened": "2024-01-01", "retired": null}

_today := "2026-11-23T00:00:00Z"
