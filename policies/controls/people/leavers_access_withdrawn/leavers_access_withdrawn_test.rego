package controls.people.leavers_access_withdrawn_test

import data.controls.people.leavers_access_withdrawn as control

test_pass_in_time if _denials("2026-11-01", "2026-11-02") == set()

test_fail_late if _denials("2026-11-01", "2026-11-03") == _fails(2)

test_fail_still_open if _denials("2026-11-01", null) == _fails(22)

test_fail_to_be_withdrawn if _denials("2026-11-01", "2026-11-24") == _fails(22)

test_pass_left_yesterday if _denials("2026-11-22", null) == set()

test_fail_late_a_year_ago if _denials("2025-11-23", "2025-11-30") == _fails(7)

test_pass_late_but_longer_ago if _denials("2025-11-22", "2025-11-30") == set()

test_fail_open_since_long_ago if _denials("2025-11-22", null) == _fails(366)

test_nobody_left if {
	control.not_applicable.en with input as _input(null, null) with data.params.people.leavers_access_withdrawn as _params
}

test_fail_nobody_recorded if {
	denials := control.deny with input as {"as_of": _as_of, "records": {"person": []}}
		with data.params.people.leavers_access_withdrawn as _params
	denials == {{"item": "person", "expected": ">= 1", "actual": 0}}
	not control.not_applicable with input as {"as_of": _as_of, "records": {"person": []}}
}

_denials(left, withdrawn) := found if {
	found := control.deny with input as _input(left, withdrawn)
		with data.params.people.leavers_access_withdrawn as _params
}

_fails(actual) := {{"item": "P-1", "expected": "<= 1", "actual": actual}}

_params := {"days": 1, "look_back": 365}

_as_of := "2026-11-23T00:00:00Z"

_input(left, withdrawn) := {
	"as_of": _as_of,
	"records": {"person": [{"id": "P-1", "access": true, "left": left, "access_withdrawn": withdrawn}]},
}
