package controls.people.roster_covered_test

import data.controls.people.roster_covered as control

test_pass_every_day if _denials([_duty("2026-11-01", "2026-11-24"), _duty("2026-11-25", "2026-11-25")], null) == set()

test_fail_a_day_open if {
	_denials([_duty("2026-11-01", "2026-11-23"), _duty("2026-11-25", "2026-11-25")], null) == _open(["2026-11-24"])
}

test_fail_on_duty_after_leaving if {
	_denials([_duty("2026-11-01", "2026-11-30")], "2026-11-24") == _open(["2026-11-25"])
}

test_fail_nothing_recorded if _denials([], null) == _open(["2026-11-23", "2026-11-24", "2026-11-25"])

# 17:00 in UTC is already the next day in China.
test_days_are_chinas if {
	denials := control.deny with input as _input([], null, "2026-11-22T17:00:00Z")
		with data.params.people.roster_covered.days_ahead as 0
	denials == _open(["2026-11-23"])
}

_denials(roster, left) := found if {
	found := control.deny with input as _input(roster, left, "2026-11-23T00:00:00Z")
		with data.params.people.roster_covered.days_ahead as 2
}

_open(days) := {{"item": day, "expected": ">= 1", "actual": 0} | some day in days}

_duty(starts, ends) := {"starts": starts, "ends": ends, "person": "P-1"}

_input(roster, left, as_of) := {
	"as_of": as_of,
	"records": {"roster": roster, "person": [{"id": "P-1", "joined": "2024-01-01", "left": left}]},
}
