package controls.reporting.duties_separated_test

import data.controls.reporting.duties_separated as control

test_pass_by_the_posts if _denials([_report({})]) == set()

test_pass_by_the_deputy if _denials([_report({"approved_by": "P-3"})]) == set()

test_pass_not_taken_yet if {
	open := {"submitted": null, "submitted_by": null, "approved": null, "approved_by": null}
	_denials([_report(open)]) == set()
}

test_fail_approved_by_who_compiled if {
	_denials([_report({"compiled_by": "P-4", "approved_by": "P-4"})]) == {
		_denial("approved_by", "!= compiled_by", "P-4"),
	}
}

test_fail_approved_by_who_submitted if {
	_denials([_report({"submitted_by": "P-4", "approved_by": "P-4"})]) == {
		_denial("approved_by", "!= submitted_by", "P-4"),
	}
}

test_fail_approved_without_the_post if {
	_denials([_report({"approved_by": "P-5"})]) == {_denial("approved_by", "POST-2", "P-5")}
}

test_fail_compiled_without_the_post if {
	_denials([_report({"compiled_by": "P-5"})]) == {_denial("compiled_by", "POST-1", "P-5")}
}

test_fail_left_the_day_before if {
	_denials([_report({"approved_by": "P-6"})]) == {_denial("approved_by", "POST-2", "P-6")}
}

test_fail_joined_the_day_after if {
	_denials([_report({"approved_by": "P-7"})]) == {_denial("approved_by", "POST-2", "P-7")}
}

test_pass_held_the_post_that_day if {
	_held("2026-11-06", "2026-11-06", "POST-2", "P-5") == set()
}

test_fail_held_the_post_before_or_after if {
	denied := {_denial("approved_by", "POST-2", "P-5")}
	_held("2026-01-01", "2026-11-05", "POST-2", "P-5") == denied
	_held("2026-11-07", "2026-11-30", "POST-2", "P-5") == denied
	_held("2026-11-06", "2026-11-06", "POST-1", "P-5") == denied
	_held("2026-11-06", "2026-11-06", "POST-2", "P-2") == denied
}

test_fail_unknown_person if {
	_denials([_report({"approved_by": "P-9"})]) == {_denial("approved_by", "POST-2", "P-9")}
}

test_long_ago_is_left_alone if {
	_denials([_report({"period": "2025-11", "approved_by": "P-5"}), _report({"period": "2025-10", "approved_by": "P-5"})]) == {_denial("approved_by", "POST-2", "P-5")}
	_denials([_report({"period": "2025-10", "approved_by": "P-5"})]) == _none
}

test_fail_no_report if _denials([]) == _none

test_fail_only_in_the_future if _denials([_report({"compiled": "2026-11-24"})]) == _none

_none := {{"item": "report", "expected": ">= 1", "actual": 0}}

_denial(field, expected, actual) := {
	"item": sprintf("RPT-1.%s", [field]),
	"expected": expected,
	"actual": actual,
}

_held(starts, ends, post, person) := _of([_report({"approved_by": "P-5"})], [{
	"post": post,
	"person": person,
	"starts": starts,
	"ends": ends,
}])

_denials(reports) := _of(reports, [])

_of(reports, held) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {
		"report_definition": [{
			"id": "RDEF-1",
			"compiled_by": "POST-1",
			"approved_by": "POST-2",
			"held_before": held,
		}],
		"report": reports,
		"post": [
			{"id": "POST-1", "primary": "P-1", "deputy": "P-4"},
			{"id": "POST-2", "primary": "P-2", "deputy": "P-3"},
			{"id": "POST-2", "primary": "P-4", "deputy": "P-6"},
			{"id": "POST-2", "primary": "P-7", "deputy": null},
		],
		"person": [
			{"id": "P-1", "joined": "2026-11-03", "left": null},
			{"id": "P-2", "joined": "2024-01-01", "left": "2026-11-06"},
			{"id": "P-3", "joined": "2026-11-06", "left": null},
			{"id": "P-4", "joined": "2024-01-01", "left": null},
			{"id": "P-5", "joined": "2024-01-01", "left": null},
			{"id": "P-6", "joined": "2024-01-01", "left": "2026-11-05"},
			{"id": "P-7", "joined": "2026-11-07", "left": null},
		],
	}}
		with data.params.reporting.duties_separated.days as 366
}

_report(changes) := object.union(
	{
		"id": "RPT-1",
		"definition": "RDEF-1",
		"period": "2026-10",
		"compiled": "2026-11-03",
		"compiled_by": "P-1",
		"submitted": "2026-11-04",
		"submitted_by": "P-1",
		"approved": "2026-11-06",
		"approved_by": "P-2",
		"archived": null,
		"archived_by": null,
	},
	changes,
)
