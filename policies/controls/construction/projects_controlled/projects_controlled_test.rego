package controls.construction.projects_controlled_test

import data.controls.construction.projects_controlled as control

test_pass_plan_approved_on_the_day_it_began if _denials({"plan_approved": "2023-01-09"}) == set()

test_fail_plan_approved_afterwards_or_never if {
	every day in [["2023-01-10"], [null]] {
		_denials({"plan_approved": day[0]}) == {{"item": "PRJ-1.plan_approved", "expected": "<= 2023-01-09", "actual": day[0]}}
	}
}

test_fail_what_is_missing if {
	every field in ["plan", "supervision_report"] {
		_denials({field: null}) == {{"item": sprintf("PRJ-1.%s", [field]), "expected": "recorded", "actual": null}}
	}
}

test_fail_no_manager_or_a_post_without_a_holder if {
	every manager in [[null], ["POST-2"]] {
		_denials({"manager": manager[0]}) == {{"item": "PRJ-1.manager", "expected": "post with a holder", "actual": manager[0]}}
	}
}

test_fail_supervised_by_nobody_the_client_or_the_builder if {
	every supervisor in [[null], ["ORG-1"], ["ORG-2"]] {
		_denials({"supervisor": supervisor[0]}) == {{"item": "PRJ-1.supervisor", "expected": "third party", "actual": supervisor[0]}}
	}
}

test_fail_a_supplier_supervises_what_it_builds if {
	_denials({"builder": "ORG-3"}) == {{"item": "PRJ-1.supervisor", "expected": "third party", "actual": "ORG-3"}}
}

test_pass_under_way_without_a_report if {
	found := control.deny with input as _input(_systems, [
		_project,
		object.union(_project, {"id": "PRJ-2", "went_live": null, "supervision_report": null}),
	])
	found == set()
}

test_fail_went_live_after_the_system_was_opened if {
	_denials({"went_live": "2023-04-04"}) == {{"item": "SYS-1", "expected": ">= 1", "actual": 0}}
}

test_fail_nothing_recorded if {
	found := control.deny with input as _input([], [])
	found == {{"item": "system", "expected": ">= 1", "actual": 0}}
}

_denials(changes) := found if {
	found := control.deny with input as _input(_systems, [object.union(_project, changes)])
}

_systems := [{"id": "SYS-1", "opened": "2023-04-03", "retired": null}]

_input(systems, projects) := {"as_of": "2026-11-23T00:00:00Z", "records": {
	"system": systems,
	"project": projects,
	"post": [{"id": "POST-1", "primary": "P-1"}, {"id": "POST-2", "primary": null}],
	"party": [{"id": "ORG-1", "role": "operator"}, {"id": "ORG-2", "role": "builder"}, {"id": "ORG-3", "role": "supplier"}],
}}

_project := {
	"id": "PRJ-1",
	"system": "SYS-1",
	"builder": "ORG-2",
	"manager": "POST-1",
	"plan": "D-1",
	"plan_approved": "2023-01-05",
	"supervisor": "ORG-3",
	"supervision_report": "D-2",
	"started": "2023-01-09",
	"went_live": "2023-04-03",
}
