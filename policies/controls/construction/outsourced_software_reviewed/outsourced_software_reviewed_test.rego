package controls.construction.outsourced_software_reviewed_test

import data.controls.construction.outsourced_software_reviewed as control

test_pass_all_done_on_the_day_of_installation if {
	_denials({"malware_checked": "2026-03-16", "source_reviewed": "2026-03-16"}) == set()
}

test_fail_a_step_not_taken_or_taken_afterwards if {
	every field in ["malware_checked", "source_reviewed"] {
		every day in [["2026-03-17"], [null]] {
			_denials({field: day[0]}) == {{"item": sprintf("SW-1.%s", [field]), "expected": "<= 2026-03-16", "actual": day[0]}}
		}
	}
}

test_fail_what_is_missing if {
	every field in ["design_document", "user_guide", "repository", "developer"] {
		_denials({field: null}) == {{"item": sprintf("SW-1.%s", [field]), "expected": "recorded", "actual": null}}
	}
}

test_fail_reviewed_by_the_developer_by_somebody_unknown_or_by_nobody if {
	every who in [["P-2"], ["P-9"], [null]] {
		_denials({"source_reviewed_by": who[0]}) == {{
			"item": "SW-1.source_reviewed_by",
			"expected": "not of the developer",
			"actual": who[0],
		}}
	}
}

test_fail_a_system_that_names_no_software if {
	_denials({"system": "SYS-2"}) == {{"item": "SYS-1", "expected": ">= 1", "actual": 0}}
}

test_not_applicable_without_outsourced_software if {
	control.not_applicable with input as _input(_systems, {"origin": "own"})
	not control.not_applicable with input as _input(_systems, {})
	not control.not_applicable with input as _input([], {"origin": "own"})
	_denials({"origin": "own", "repository": null}) == set()
}

test_fail_nothing_recorded if {
	found := control.deny with input as _input([], {})
	found == {{"item": "system", "expected": ">= 1", "actual": 0}}
}

_denials(changes) := found if {
	found := control.deny with input as _input(_systems, changes)
}

_systems := [{"id": "SYS-1", "opened": "2023-04-03", "retired": null}]

_input(systems, changes) := {"as_of": "2026-11-23T00:00:00Z", "records": {
	"system": systems,
	"software": [object.union(_software, changes)],
	"person": [{"id": "P-1", "party": "ORG-2"}, {"id": "P-2", "party": "ORG-3"}],
}}

_software := {
	"id": "SW-1",
	"system": "SYS-1",
	"origin": "outsourced",
	"developer": "ORG-3",
	"installed": "2026-03-16",
	"malware_checked": "2026-03-02",
	"design_document": "D-1",
	"user_guide": "D-2",
	"repository": "platform",
	"source_reviewed": "2026-03-06",
	"source_reviewed_by": "P-1",
}
