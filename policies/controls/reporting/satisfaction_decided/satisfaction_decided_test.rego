package controls.reporting.satisfaction_decided_test

import data.controls.reporting.satisfaction_decided as control

test_pass_decided if _denials([_report({})], "2026-11-23") == set()

test_pass_on_the_last_day if _denials([_report({})], "2027-03-04") == set()

test_fail_the_day_after if _denials([_report({})], "2027-03-05") == _fails(429)

test_fail_not_approved if _denials([_report({"approved": null})], "2026-11-23") == _fails(null)

test_fail_approval_still_to_come if {
	_denials([_report({"approved": "2026-11-24"})], "2026-11-23") == _fails(null)
}

test_fail_compiled_in_the_future if {
	_denials([_report({"compiled": "2026-11-24"})], "2026-11-23") == _fails(null)
}

test_fail_the_period_is_not_over if _denials([_report({"period": "2026"})], "2026-11-23") == _fails(null)

test_fail_on_something_else if {
	_denials([_report({"definition": "RDEF-2"})], "2026-11-23") == _fails(null)
}

test_fail_nothing_decided if {
	_denials([_report({"decisions": []})], "2026-11-23") == {{
		"item": "RPT-1.decisions",
		"expected": ">= 1",
		"actual": 0,
	}}
}

test_fail_without_complaints if {
	sources := [{"name": "survey", "entries": 2}, {"name": "complaint", "entries": 0}]
	_denials([_report({"sources": sources})], "2026-11-23") == {{
		"item": "RPT-1.sources",
		"expected": "complaint",
		"actual": null,
	}}
}

test_pass_only_the_newest_counts if {
	old := _report({"id": "RPT-0", "period": "2024", "decisions": []})
	_denials([old, _report({})], "2026-11-23") == set()
}

test_fail_nothing_recorded if _denials([], "2026-11-23") == _fails(null)

_fails(days) := {{"item": "satisfaction", "expected": "<= 428", "actual": days}}

_denials(reports, day) := found if {
	found := control.deny with input as {"as_of": sprintf("%sT00:00:00Z", [day]), "records": {
		"report_definition": [
			{"id": "RDEF-1", "topic": "satisfaction"},
			{"id": "RDEF-2", "topic": "operation"},
		],
		"report": reports,
	}}
		with data.params.reporting.satisfaction_decided as {"days": 428, "sources": ["complaint", "survey"]}
}

_report(changes) := object.union(
	{
		"id": "RPT-1",
		"definition": "RDEF-1",
		"period": "2025",
		"compiled": "2026-01-05",
		"approved": "2026-01-09",
		"sources": [{"name": "survey", "entries": 2}, {"name": "complaint", "entries": 3}],
		"decisions": [{"en": "A second line", "zh": "增设热线"}],
	},
	changes,
)
