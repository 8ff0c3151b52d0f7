package controls.network.boundary_audited_test

import data.controls.network.boundary_audited as control

test_pass_on_the_last_day if _denials([_boundary(_trail)]) == set()

test_fail_the_day_after if {
	_denials([_boundary(object.union(_trail, {"checked": "2026-05-26"}))]) == {{
		"item": "DEV-1.trail",
		"expected": "<= 180",
		"actual": 181,
	}}
}

test_fail_not_audited if _denials([_boundary(null)]) == {{"item": "DEV-1.trail", "expected": "<= 180", "actual": null}}

test_fail_records_lack_the_user if {
	_denials([_boundary(object.union(_trail, {"holds": ["time"]}))]) == {{
		"item": "DEV-1.trail.holds",
		"expected": ["time", "user"],
		"actual": ["time"],
	}}
}

test_fail_records_stay_on_the_device if {
	_denials([_boundary(object.union(_trail, {"forwarded": false}))]) == {{
		"item": "DEV-1.trail.forwarded",
		"expected": true,
		"actual": false,
	}}
}

test_fail_records_kept_too_short if {
	_denials([_boundary(object.union(_trail, {"kept_days": 179}))]) == {{
		"item": "DEV-1.trail.kept_days",
		"expected": ">= 180",
		"actual": 179,
	}}
}

test_fail_key_switch_not_audited if {
	_denials([_boundary(_trail), _switch(true)]) == {{"item": "DEV-2.trail", "expected": "<= 180", "actual": null}}
}

test_pass_another_switch_not_audited if _denials([_boundary(_trail), _switch(false)]) == set()

test_fail_no_boundary_device if {
	_denials([]) == {{"item": "boundary", "expected": ">= 1", "actual": 0}}
	_denials([_switch(false)]) == {{"item": "boundary", "expected": ">= 1", "actual": 0}}
}

_denials(devices) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"device": devices}}
		with data.params.network.boundary_audited as {"days": 180, "holds": ["time", "user"], "kept_days": 180}
}

_boundary(trail) := {"id": "DEV-1", "role": "boundary", "key": false, "trail": trail, "opened": "2024-01-01", "retired": null}

_switch(key) := {"id": "DEV-2", "role": "communication", "key": key, "trail": null, "opened": "2024-01-01", "retired": null}

_trail := {"holds": ["event", "time", "user"], "forwarded": true, "kept_days": 180, "checked": "2026-05-27"}
