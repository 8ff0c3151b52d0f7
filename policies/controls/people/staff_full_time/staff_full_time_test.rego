package controls.people.staff_full_time_test

import data.controls.people.staff_full_time as control

test_pass_enough_and_dedicated if {
	_denials(_hub("full_time", "full_time", null)) == set()
}

test_fail_security_administrator_part_time if {
	_denials(_hub("full_time", "part_time", null)) == {
		{"item": "POST-1", "expected": "full_time", "actual": "part_time"},
		{"item": "full_time_staff", "expected": ">= 2", "actual": 1},
	}
}

test_fail_security_administrator_has_no_record if {
	hub := object.union(_hub("full_time", "full_time", null), {"post": [{"id": "POST-1", "role": "security_admin", "primary": "P-3"}]})
	_denials(hub) == {{"item": "POST-1", "expected": "full_time", "actual": null}}
}

test_fail_security_administrator_is_recorded_twice if {
	hub := _hub("full_time", "full_time", null)
	again := object.union(hub.person[1], {"employment": "part_time"})
	twice := object.union(hub, {"person": array.concat(hub.person, [again])})
	_denials(twice) == {{"item": "POST-1", "expected": "full_time", "actual": "part_time"}}
}

test_fail_one_has_left if {
	_denials(_hub("full_time", "full_time", "2026-11-22")) == {{"item": "full_time_staff", "expected": ">= 2", "actual": 1}}
}

test_pass_on_the_last_day_of_work if {
	_denials(_hub("full_time", "full_time", "2026-11-23")) == set()
}

test_fail_nothing_recorded if {
	_denials({"person": [], "party": [], "post": []}) == {
		{"item": "full_time_staff", "expected": ">= 2", "actual": 0},
		{"item": "security_admin", "expected": ">= 1", "actual": 0},
	}
}

_denials(records) := found if {
	found := control.deny with input as {"records": records, "as_of": "2026-11-23T00:00:00Z"}
		with data.params.people.staff_full_time.full_time as 2
}

_hub(first, second, left) := {
	"party": [{"id": "ORG-1", "role": "operator"}],
	"post": [{"id": "POST-1", "role": "security_admin", "primary": "P-2"}],
	"person": [
		{"id": "P-1", "party": "ORG-1", "employment": first, "joined": "2024-01-01", "left": left},
		{"id": "P-2", "party": "ORG-1", "employment": second, "joined": "2024-01-01", "left": null},
	],
}
