package controls.construction.systems_delivered_test

import data.controls.construction.systems_delivered as control

test_pass_today if _denials({"checked": "2026-11-23", "trained_on": "2026-11-23"}) == set()

test_fail_a_step_not_taken_or_still_to_come if {
	every field in ["checked", "trained_on"] {
		every day in [["2026-11-24"], [null]] {
			_denials({field: day[0]}) == {{"item": sprintf("DLV-1.%s", [field]), "expected": "<= 2026-11-23", "actual": day[0]}}
		}
	}
}

test_fail_what_is_missing if {
	every field in ["delivery_list", "checked_by"] {
		_denials({field: null}) == {{"item": sprintf("DLV-1.%s", [field]), "expected": "recorded", "actual": null}}
	}
}

test_fail_nobody_trained if _denials({"trained": []}) == {{"item": "DLV-1.trained", "expected": ">= 1", "actual": 0}}

test_fail_documents_missing if {
	_denials({"documents": ["operation"]}) == {{"item": "DLV-1.documents", "expected": "construction", "actual": ["operation"]}}
}

test_fail_not_delivered if _denials({"project": "PRJ-9"}) == {{"item": "PRJ-1", "expected": ">= 1", "actual": 0}}

test_fail_a_system_that_no_project_opened if {
	_found(_systems, [], []) == {{"item": "SYS-1", "expected": ">= 1", "actual": 0}}
}

test_pass_a_project_under_way if {
	_found(_systems, [_project, {"id": "PRJ-2", "system": "SYS-1", "went_live": null}], [_delivery]) == set()
}

test_fail_nothing_recorded if _found([], [], []) == {{"item": "system", "expected": ">= 1", "actual": 0}}

_denials(changes) := _found(_systems, [_project], [object.union(_delivery, changes)])

_found(systems, projects, deliveries) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"system": systems, "project": projects, "delivery": deliveries},
	}
		with data.params.construction.systems_delivered.documents as ["construction", "operation"]
}

_systems := [{"id": "SYS-1", "opened": "2023-04-03", "retired": null}]

_project := {"id": "PRJ-1", "system": "SYS-1", "went_live": "2023-04-03"}

_delivery := {
	"id": "DLV-1",
	"project": "PRJ-1",
	"delivery_list": "D-1",
	"checked": "2023-04-06",
	"checked_by": "P-1",
	"trained_on": "2023-05-17",
	"trained": ["P-2"],
	"documents": ["construction", "operation"],
}
