package controls.reporting.compiled_on_time_test

import data.controls.reporting.compiled_on_time as control

test_pass_on_the_last_day if _denials([_report("2026-11-10")], "2026-11-23") == set()

test_fail_the_day_after if _denials([_report("2026-11-11")], "2026-11-23") == _fails(11)

test_pass_on_the_first_day if _denials([_report("2026-11-01")], "2026-11-23") == set()

test_fail_before_the_period_was_over if _denials([_report("2026-10-31")], "2026-11-23") == _fails(0)

test_fail_none if _denials([], "2026-11-23") == _fails(null)

test_fail_still_to_come if _denials([_report("2026-11-24")], "2026-11-23") == _fails(null)

test_pass_one_of_two_in_time if _denials([_report("2026-10-30"), _report("2026-11-03")], "2026-11-23") == set()

test_fail_on_another_period if {
	_denials([object.union(_report("2026-11-03"), {"period": "2026-11"})], "2026-11-23") == _fails(null)
}

test_fail_of_another_definition if {
	_denials([object.union(_report("2026-11-03"), {"definition": "RDEF-2"})], "2026-11-23") == _fails(null)
}

test_not_applicable_while_the_term_runs if {
	_denials([], "2026-11-10") == set()
	_reason([_definition], "2026-11-10")
	not _reason([_definition], "2026-11-11")
	_denials([], "2026-11-11") == _fails(null)
}

test_long_ago_is_left_alone if {
	ended := object.union(_definition, {"ends": "2026-10-31"})
	count(_of([ended], [], "2027-11-11")) == 1
	_of([ended], [], "2027-11-12") == set()
}

test_fail_nothing_defined if {
	_of([], [], "2026-11-23") == {{"item": "report_definition", "expected": ">= 1", "actual": 0}}
	not _reason([], "2026-11-23")
}

_fails(days) := {{"item": "RDEF-1.2026-10", "expected": "<= 10", "actual": days}}

_denials(reports, day) := _of([_definition], reports, day)

_of(definitions, reports, day) := found if {
	found := control.deny with input as _input(definitions, reports, day)
		with data.params.reporting.compiled_on_time.days as 366
}

_reason(definitions, day) := found if {
	found := control.not_applicable with input as _input(definitions, [], day)
		with data.params.reporting.compiled_on_time.days as 366
}

_input(definitions, reports, day) := {
	"as_of": sprintf("%sT00:00:00Z", [day]),
	"records": {"report_definition": definitions, "report": reports},
}

_definition := {
	"id": "RDEF-1",
	"frequency": "monthly",
	"starts": "2026-10-01",
	"ends": null,
	"compile_days": 10,
}

_report(compiled) := {"definition": "RDEF-1", "period": "2026-10", "compiled": compiled}
