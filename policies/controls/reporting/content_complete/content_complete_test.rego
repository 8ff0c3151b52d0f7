package controls.reporting.content_complete_test

import data.controls.reporting.content_complete as control

test_pass_whole if _denials([_report({})]) == set()

test_fail_no_source if _denials([_report({"sources": []})]) == _no_source

test_fail_a_source_without_data if _denials([_report({"sources": [_source({"entries": 0})]})]) == _no_source

test_fail_data_of_another_period if {
	_denials([_report({"sources": [_source({"ends": "2026-09-30"})]})]) == _no_source
	_denials([_report({"sources": [_source({"starts": "2026-11-01", "ends": "2026-11-30"})]})]) == _no_source
}

test_pass_data_of_its_first_or_last_day if {
	_denials([_report({"sources": [_source({"ends": "2026-10-01"})]})]) == set()
	_denials([_report({"sources": [_source({"starts": "2026-10-31", "ends": "2026-11-30"})]})]) == set()
}

test_fail_a_content_is_missing if {
	_denials([_report({"contents": ["sources"]})]) == {{
		"item": "RPT-1.contents",
		"expected": "analysis",
		"actual": null,
	}}
}

test_fail_no_analysis if {
	_denials([_report({"analysis": null})]) == {{"item": "RPT-1.analysis", "expected": "present", "actual": null}}
}

test_long_ago_is_left_alone if {
	_denials([_report({"period": "2025-10", "analysis": null})]) == _none
	count(_denials([_report({"period": "2025-11", "analysis": null})])) == 2
}

test_fail_no_report if _denials([]) == _none

test_fail_only_in_the_future if _denials([_report({"compiled": "2026-11-24"})]) == _none

_none := {{"item": "report", "expected": ">= 1", "actual": 0}}

_no_source := {{"item": "RPT-1.sources", "expected": ">= 1", "actual": 0}}

_denials(reports) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {
		"report_definition": [{"id": "RDEF-1", "contents": ["sources", "analysis"]}],
		"report": reports,
	}}
		with data.params.reporting.content_complete.days as 366
}

_source(changes) := object.union(
	{"name": "run", "starts": "2026-09-01", "ends": "2026-10-31", "entries": 31},
	changes,
)

_report(changes) := object.union(
	{
		"id": "RPT-1",
		"definition": "RDEF-1",
		"period": "2026-10",
		"compiled": "2026-11-03",
		"sources": [_source({})],
		"contents": ["sources", "analysis"],
		"analysis": {"en": "Available as promised.", "zh": "可用性达到承诺。"},
	},
	changes,
)
