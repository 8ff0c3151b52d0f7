package controls.network.communication_devices_trusted_test

import data.controls.network.communication_devices_trusted as control

test_pass_on_the_last_day if _denials("communication", _trust) == set()

test_fail_the_day_after if {
	_denials("communication", object.union(_trust, {"checked": "2025-11-22"})) == {{
		"item": "DEV-1.trust",
		"expected": "<= 365",
		"actual": 366,
	}}
}

test_fail_nothing_verified if {
	_denials("communication", null) == {{"item": "DEV-1.trust", "expected": "<= 365", "actual": null}}
}

test_fail_no_such_device if {
	_denials("security", _trust) == {{"item": "communication", "expected": ">= 1", "actual": 0}}
}

_denials(role, trust) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"device": [{"id": "DEV-1", "role": role, "trust": trust, "opened": "2024-01-01", "retired": null}]},
	}
		with data.params.network.communication_devices_trusted as {"days": 365, "verifies": ["boot", "system"]}
}

_trust := {"verifies": ["boot", "system"], "dynamic": true, "alarms": true, "checked": "2025-11-23"}
