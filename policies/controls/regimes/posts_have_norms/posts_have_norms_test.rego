package controls.regimes.posts_have_norms_test

import data.controls.regimes.posts_have_norms as control

test_pass_in_force if _denials("REG-1") == set()

test_fail_none_named if _denials(null) == _fails(null)

test_fail_another_regime if _denials("REG-2") == _fails("REG-2")

test_fail_withdrawn if _denials("REG-3") == _fails("REG-3")

test_fail_nothing_recorded if {
	denials := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"post": [], "regime": []}}
	denials == {{"item": "post", "expected": ">= 1", "actual": 0}}
}

_fails(actual) := {{"item": "POST-1", "expected": "work_norm", "actual": actual}}

_denials(norm) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {
			"post": [{"id": "POST-1", "norm": norm}],
			"regime": [
				{"id": "REG-1", "topic": "work_norm", "issued": "2024-01-01", "withdrawn": null},
				{"id": "REG-2", "topic": "security", "issued": "2024-01-01", "withdrawn": null},
				{"id": "REG-3", "topic": "work_norm", "issued": "2024-01-01", "withdrawn": "2025-01-01"},
			],
		},
	}
}
