package controls.construction.major_changes_assessed_test

import data.controls.construction.major_changes_assessed as control

test_pass_assessed_on_the_day_it_went_live if _denials(_projects("2026-03-16"), "2026-03-16") == set()

test_fail_assessed_the_day_before if {
	_denials(_projects("2026-03-16"), "2026-03-15") == {{"item": "PRJ-2", "expected": "<= 90", "actual": 252}}
}

test_pass_on_the_last_day if _denials(_projects("2026-08-25"), "2026-03-15") == set()

test_fail_the_day_after if {
	_denials(_projects("2026-08-24"), "2026-03-15") == {{"item": "PRJ-2", "expected": "<= 90", "actual": 91}}
}

test_fail_only_planned if {
	_denials(_projects("2026-03-16"), "2026-11-24") == {{"item": "PRJ-2", "expected": "<= 90", "actual": 252}}
}

test_not_applicable_without_major_changes if {
	control.not_applicable with input as _input(_systems, [_building], "2026-03-16")
	not control.not_applicable with input as _input(_systems, _projects("2026-03-16"), "2026-03-16")
	not control.not_applicable with input as _input(_systems, [], "2026-03-16")
	_denials([_building], "2020-01-01") == set()
}

test_fail_a_system_that_no_project_opened if {
	_denials([], "2026-03-16") == {{"item": "SYS-1", "expected": ">= 1", "actual": 0}}
}

test_fail_nothing_recorded if {
	_found(_input([], [], "2026-03-16")) == {{"item": "system", "expected": ">= 1", "actual": 0}}
}

_denials(projects, held) := _found(_input(_systems, projects, held))

_found(evidence) := found if {
	found := control.deny with input as evidence with data.params.construction.major_changes_assessed.days as 90
}

_systems := [{"id": "SYS-1", "opened": "2023-04-03", "retired": null}]

_building := {"id": "PRJ-1", "system": "SYS-1", "major_change": false, "went_live": "2023-04-03"}

_projects(went_live) := [_building, {"id": "PRJ-2", "system": "SYS-1", "major_change": true, "went_live": went_live}]

_input(systems, projects, held) := {
	"as_of": "2026-11-23T00:00:00Z",
	"records": {"system": systems, "project": projects, "level_assessment": [{"system": "SYS-1", "held": held}]},
}
