package controls.assets.systems_owned_test

import data.controls.assets.systems_owned as control

test_pass_owned if _denials("P-1", null) == set()

test_fail_post_vacant if _denials(null, null) == {{"item": "SYS-1", "expected": "held post", "actual": "POST-1"}}

test_fail_owner_left if _denials("P-2", null) == {{"item": "SYS-1", "expected": "held post", "actual": "POST-1"}}

test_fail_no_system_in_operation if {
	_denials("P-1", "2026-11-22") == {{"item": "system", "expected": ">= 1", "actual": 0}}
}

_denials(holder, retired) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {
			"system": [{"id": "SYS-1", "owner": "POST-1", "opened": "2024-01-01", "retired": retired}],
			"post": [{"id": "POST-1", "primary": holder}],
			"person": [
				{"id": "P-1", "joined": "2024-01-01", "left": null},
				{"id": "P-2", "joined": "2024-01-01", "left": "2026-11-22"},
			],
		},
	}
}
