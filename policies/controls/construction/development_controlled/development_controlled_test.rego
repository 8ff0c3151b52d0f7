package controls.construction.development_controlled_test

import data.controls.construction.development_controlled as control

test_pass_on_the_last_day if _denials({"reviewed": "2025-11-23"}) == set()

test_fail_the_day_after if {
	_denials({"reviewed": "2025-11-22"}) == {{"item": "DVL-1.reviewed", "expected": "<= 365", "actual": 366}}
}

test_fail_what_the_review_found if {
	every field in ["environment_separated", "test_data_controlled"] {
		_denials({field: false}) == {{"item": sprintf("DVL-1.%s", [field]), "expected": true, "actual": false}}
	}
}

test_fail_a_rule_that_is_not_in_force if {
	every field in ["regime", "coding_norm"] {
		every rule in [["REG-9"], [null]] {
			_denials({field: rule[0]}) == {{"item": sprintf("DVL-1.%s", [field]), "expected": "in force", "actual": rule[0]}}
		}
	}
}

test_fail_a_developer_who_is_not_full_time_has_left_or_is_not_known if {
	every id in ["P-2", "P-3", "P-9"] {
		_denials({"developers": ["P-1", id]}) == {{"item": "DVL-1.developers", "expected": "full_time", "actual": [id]}}
	}
}

test_fail_no_developers if {
	_denials({"developers": []}) == {{"item": "DVL-1.developers", "expected": "full_time", "actual": []}}
}

test_fail_reviewed_by_a_developer_or_by_nobody if {
	every who in [["P-1"], [null]] {
		_denials({"reviewed_by": who[0]}) == {{"item": "DVL-1.reviewed_by", "expected": "no developer", "actual": who[0]}}
	}
}

test_fail_software_without_its_development if {
	_denials({"software": ["SW-9"]}) == {{"item": "SW-1", "expected": ">= 1", "actual": 0}}
}

test_not_applicable_without_own_software if {
	control.not_applicable with input as _input(_systems, "outsourced", {})
	not control.not_applicable with input as _input(_systems, "own", {})
	not control.not_applicable with input as _input([], "outsourced", {})
	_found(_input(_systems, "outsourced", {"regime": null})) == set()
}

test_fail_nothing_recorded if {
	_found(_input([], "own", {})) == {{"item": "system", "expected": ">= 1", "actual": 0}}
}

_denials(changes) := _found(_input(_systems, "own", changes))

_found(evidence) := found if {
	found := control.deny with input as evidence with data.params.construction.development_controlled.days as 365
}

_systems := [{"id": "SYS-1", "opened": "2023-04-03", "retired": null}]

_input(systems, origin, changes) := {"as_of": "2026-11-23T00:00:00Z", "records": {
	"system": systems,
	"software": [{"id": "SW-1", "system": "SYS-1", "origin": origin}],
	"development": [object.union(_development, changes)],
	"regime": [
		{"id": "REG-1", "issued": "2024-03-01", "withdrawn": null},
		{"id": "REG-9", "issued": "2024-03-01", "withdrawn": "2026-11-23"},
	],
	"person": [
		{"id": "P-1", "employment": "full_time", "joined": "2024-03-04", "left": null},
		{"id": "P-2", "employment": "part_time", "joined": "2024-03-04", "left": null},
		{"id": "P-3", "employment": "full_time", "joined": "2024-03-04", "left": "2026-11-22"},
	],
}}

_development := {
	"id": "DVL-1",
	"software": ["SW-1"],
	"environment_separated": true,
	"test_data_controlled": true,
	"regime": "REG-1",
	"coding_norm": "REG-1",
	"developers": ["P-1"],
	"reviewed": "2026-07-15",
	"reviewed_by": "P-4",
}
