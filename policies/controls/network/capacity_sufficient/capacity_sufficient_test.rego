package controls.network.capacity_sufficient_test

import data.controls.network.capacity_sufficient as control

test_pass_up_to_the_limit if _denials(_device(70, "2026-11-10"), _line(140, "2026-11-10")) == set()

test_pass_on_the_last_day if _denials(_device(10, "2026-05-27"), _line(20, "2026-05-27")) == set()

test_fail_device_too_busy if {
	_denials(_device(71, "2026-11-10"), _line(140, "2026-11-10")) == {{
		"item": "DEV-1.load.percent",
		"expected": "<= 70",
		"actual": 71,
	}}
}

test_fail_line_too_full_by_a_fraction if {
	_denials(_device(70, "2026-11-10"), _line(141, "2026-11-10")) == {{
		"item": "LINE-1.peak.percent",
		"expected": "<= 70",
		"actual": 71,
	}}
}

test_fail_measured_too_long_ago if {
	_denials(_device(10, "2026-05-26"), _line(20, "2026-05-26")) == {
		{"item": "DEV-1.load", "expected": "<= 180", "actual": 181},
		{"item": "LINE-1.peak", "expected": "<= 180", "actual": 181},
	}
}

test_fail_never_measured if {
	device := object.union(_device(10, "2026-11-10"), {"load": null})
	line := object.union(_line(20, "2026-11-10"), {"peak": null})
	_denials(device, line) == {
		{"item": "DEV-1.load", "expected": "<= 180", "actual": null},
		{"item": "LINE-1.peak", "expected": "<= 180", "actual": null},
	}
}

test_fail_nothing_recorded if {
	gone := {"retired": "2026-11-22"}
	denials := _denials(object.union(_device(10, "2026-11-10"), gone), object.union(_line(20, "2026-11-10"), gone))
	denials == {
		{"item": "device", "expected": ">= 1", "actual": 0},
		{"item": "line", "expected": ">= 1", "actual": 0},
	}
}

_denials(device, line) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"device": [device], "line": [line]}}
		with data.params.network.capacity_sufficient as {"days": 180, "percent": 70}
}

_device(percent, checked) := {
	"id": "DEV-1",
	"role": "boundary",
	"load": {"percent": percent, "checked": checked},
	"opened": "2024-01-01",
	"retired": null,
}

_line(mbps, checked) := {
	"id": "LINE-1",
	"capacity_mbps": 200,
	"peak": {"mbps": mbps, "checked": checked},
	"opened": "2024-01-01",
	"retired": null,
}
