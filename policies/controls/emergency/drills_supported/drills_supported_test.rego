package controls.emergency.drills_supported_test

import data.controls.emergency.drills_supported as control

test_pass_with_its_record if _denials("2026-11-13", "exercise", "passed", "r-1", 10, true) == set()

test_pass_ended_after_midnight if _denials("2026-11-13", "exercise", "passed", "r-1", 9, true) == set()

test_fail_no_record_named if _denials("2026-11-13", "exercise", "passed", null, 10, true) == _unsupported(null)

test_pass_the_record_may_be_on_a_host_that_could_not_be_asked if {
	_with_a_hole("r-2") == set()
	_with_a_hole(null) == _unsupported(null)
}

_with_a_hole(record) := found if {
	whole := _input("2026-11-13", "exercise", "passed", record, 10, true)
	found := control.deny with input as object.union(whole, {"estate": {"unreadable": [{"what": "drills of ops-1", "why": "unreachable"}]}})
		with data.params.emergency.drills_supported as {"days": 365, "scenarios": ["data_loss"]}
}

test_fail_record_of_another_day if {
	_denials("2026-11-13", "exercise", "passed", "r-1", 12, true) == _unsupported("r-1")
}

test_fail_record_of_a_failure if {
	_denials("2026-11-13", "exercise", "passed", "r-1", 10, false) == _unsupported("r-1")
}

test_fail_no_host_has_it if _denials("2026-11-13", "exercise", "passed", "r-2", 10, true) == _unsupported("r-2")

test_pass_tabletop if _denials("2026-11-13", "tabletop", "passed", null, 10, true) == set()

test_pass_failed_anyway if _denials("2026-11-13", "exercise", "failed", null, 10, true) == set()

test_fail_on_the_last_day if _denials("2025-11-23", "exercise", "passed", null, 10, true) == _unsupported(null)

test_pass_long_ago if _denials("2025-11-22", "exercise", "passed", null, 10, true) == set()

test_pass_still_to_come if _denials("2026-11-24", "exercise", "passed", null, 10, true) == set()

test_pass_another_scenario if {
	found := control.deny with input as object.union(_input("2026-11-13", "exercise", "passed", null, 10, true), {
		"records": {"emergency_plan": [{"id": "PLAN-1", "scenario": "major_disaster"}]},
	})
		with data.params.emergency.drills_supported as {"days": 365, "scenarios": ["data_loss"]}
	found == set()
}

test_fail_nothing_recorded_or_seen if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"drill": [], "emergency_plan": []},
		"estate": {"inventory": ["hub-1"], "hosts": []},
	}
	found == {
		{"item": "drill", "expected": ">= 1", "actual": 0},
		{"item": "inventory", "expected": ["hub-1"], "actual": []},
	}
}

_unsupported(record) := {{"item": "DRL-1", "expected": "passed on a host", "actual": record}}

_denials(held, form, outcome, record, days, passed) := found if {
	found := control.deny with input as _input(held, form, outcome, record, days, passed)
		with data.params.emergency.drills_supported as {"days": 365, "scenarios": ["data_loss"]}
}

_input(held, form, outcome, record, days, passed) := {
	"as_of": "2026-11-23T00:00:00Z",
	"records": {
		"drill": [{
			"id": "DRL-1",
			"plan": "PLAN-1",
			"held": held,
			"form": form,
			"outcome": outcome,
			"record": record,
		}],
		"emergency_plan": [{"id": "PLAN-1", "scenario": "data_loss"}],
	},
	"estate": {"inventory": ["hub-1"], "hosts": [{
		"name": "hub-1",
		"drills": [{"id": "r-1", "kind": "restore", "host": "hub-1", "days": days, "passed": passed}],
	}]},
}
