package controls.network.attacks_recognised_test

import data.controls.network.attacks_recognised as control

test_pass_signatures_on_their_last_day if _denials([_function("intrusion_prevention", "2026-11-03"), _function("traffic_analysis", null)]) == set()

test_fail_signatures_a_day_older if {
	_denials([_function("intrusion_prevention", "2026-11-02"), _function("traffic_analysis", null)]) == {{
		"item": "DEV-1.intrusion_prevention.signatures",
		"expected": "<= 7",
		"actual": 8,
	}}
}

test_fail_signatures_unknown if {
	_denials([_function("intrusion_prevention", null), _function("traffic_analysis", null)]) == {{
		"item": "DEV-1.intrusion_prevention.signatures",
		"expected": "<= 7",
		"actual": null,
	}}
}

test_fail_no_device_does_one if {
	_denials([_function("intrusion_prevention", "2026-11-03")]) == {{"item": "traffic_analysis", "expected": ">= 1", "actual": 0}}
	_denials([_function("traffic_analysis", null)]) == {{"item": "intrusion_prevention", "expected": ">= 1", "actual": 0}}
}

test_fail_check_too_old if {
	old := object.union(_function("traffic_analysis", null), {"checked": "2026-05-26"})
	_denials([_function("intrusion_prevention", "2026-11-03"), old]) == {{"item": "DEV-1.traffic_analysis", "expected": "<= 180", "actual": 181}}
}

_denials(functions) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"device": [{"id": "DEV-1", "functions": functions, "opened": "2024-01-01", "retired": null}]},
	}
		with data.params.network.attacks_recognised as {
			"days": 180,
			"functions": ["intrusion_prevention", "traffic_analysis"],
			"by_signatures": ["intrusion_prevention"],
			"signature_days": 7,
		}
}

_function(name, signatures) := {"name": name, "signatures": signatures, "checked": "2026-11-10"}
