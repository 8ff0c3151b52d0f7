package controls.construction.systems_accepted_test

import data.controls.construction.systems_accepted as control

test_pass_tested_on_the_day_it_went_live if {
	_denials({"plan_approved": "2023-04-03", "tested": "2023-04-03", "security_tested": "2023-04-03"}) == set()
}

test_fail_a_step_not_taken_or_taken_afterwards if {
	every field, before in {"plan_approved": "2023-03-24", "tested": "2023-04-03", "security_tested": "2023-04-03"} {
		every day in [["2023-04-04"], [null]] {
			{"item": sprintf("ACC-1.%s", [field]), "expected": sprintf("<= %s", [before]), "actual": day[0]} in _denials({field: day[0]})
		}
	}
}

test_fail_what_is_missing if {
	every field in ["report", "security_report"] {
		_denials({field: null}) == {{"item": sprintf("ACC-1.%s", [field]), "expected": "recorded", "actual": null}}
	}
}

test_fail_what_was_not_reached if {
	every field in ["passed", "cryptography_tested"] {
		_denials({field: false}) == {{"item": sprintf("ACC-1.%s", [field]), "expected": true, "actual": false}}
	}
}

test_fail_high_risks_left if {
	_denials({"high_risks_left": 1}) == {{"item": "ACC-1.high_risks_left", "expected": 0, "actual": 1}}
}

test_fail_not_accepted if _denials({"project": "PRJ-9"}) == {{"item": "PRJ-1", "expected": ">= 1", "actual": 0}}

test_fail_a_system_that_no_project_opened if {
	found := control.deny with input as _input(_systems, [], [])
	found == {{"item": "SYS-1", "expected": ">= 1", "actual": 0}}
}

test_pass_a_project_under_way if {
	found := control.deny with input as _input(_systems, [_project, {"id": "PRJ-2", "system": "SYS-1", "went_live": null}], [_acceptance])
	found == set()
}

test_fail_nothing_recorded if {
	found := control.deny with input as _input([], [], [])
	found == {{"item": "system", "expected": ">= 1", "actual": 0}}
}

_denials(changes) := found if {
	found := control.deny with input as _input(_systems, [_project], [object.union(_acceptance, changes)])
}

_input(systems, projects, acceptances) := {
	"as_of": "2026-11-23T00:00:00Z",
	"records": {"system": systems, "project": projects, "acceptance": acceptances},
}

_systems := [{"id": "SYS-1", "opened": "2023-04-03", "retired": null}]

_project := {"id": "PRJ-1", "system": "SYS-1", "went_live": "2023-04-03"}

_acceptance := {
	"id": "ACC-1",
	"project": "PRJ-1",
	"plan_approved": "2023-03-06",
	"tested": "2023-03-24",
	"report": "D-1",
	"passed": true,
	"security_tested": "2023-03-29",
	"security_report": "D-2",
	"cryptography_tested": true,
	"high_risks_left": 0,
}
