package controls.construction.own_software_released_test

import data.controls.construction.own_software_released as control

test_pass_all_done_on_the_day_of_installation if {
	_denials({"security_tested": "2026-09-14", "malware_checked": "2026-09-14", "release_approved": "2026-09-14"}) == set()
}

test_fail_a_step_not_taken_or_taken_afterwards if {
	every field in ["security_tested", "malware_checked", "release_approved"] {
		every day in [["2026-09-15"], [null]] {
			_denials({field: day[0]}) == {{"item": sprintf("SW-1.%s", [field]), "expected": "<= 2026-09-14", "actual": day[0]}}
		}
	}
}

test_fail_what_is_missing if {
	every field in ["design_document", "user_guide", "documents_kept_by", "repository", "release_approved_by"] {
		_denials({field: null}) == {{"item": sprintf("SW-1.%s", [field]), "expected": "recorded", "actual": null}}
	}
}

test_fail_a_system_that_names_no_software if {
	_denials({"system": "SYS-2"}) == {{"item": "SYS-1", "expected": ">= 1", "actual": 0}}
}

test_not_applicable_without_own_software if {
	control.not_applicable with input as _input(_systems, {"origin": "ready_made"})
	not control.not_applicable with input as _input(_systems, {})
	not control.not_applicable with input as _input([], {"origin": "ready_made"})
	_denials({"origin": "ready_made", "repository": null}) == set()
}

test_fail_nothing_recorded if {
	found := control.deny with input as _input([], {})
	found == {{"item": "system", "expected": ">= 1", "actual": 0}}
}

_denials(changes) := found if {
	found := control.deny with input as _input(_systems, changes)
}

_systems := [{"id": "SYS-1", "opened": "2023-04-03", "retired": null}]

_input(systems, changes) := {
	"as_of": "2026-11-23T00:00:00Z",
	"records": {"system": systems, "software": [object.union(_software, changes)]},
}

_software := {
	"id": "SW-1",
	"system": "SYS-1",
	"origin": "own",
	"installed": "2026-09-14",
	"malware_checked": "2026-09-11",
	"security_tested": "2026-09-10",
	"design_document": "D-1",
	"user_guide": "D-2",
	"documents_kept_by": "POST-1",
	"repository": "console",
	"release_approved": "2026-09-11",
	"release_approved_by": "POST-2",
}
