package controls.reporting.approved_and_archived_test

import data.controls.reporting.approved_and_archived as control

test_pass_on_the_last_days if {
	_denials([_report({"compiled": "2026-11-10", "submitted": "2026-11-10", "approved": "2026-11-20", "archived": "2026-11-20"})]) == set()
}

test_pass_all_on_one_day if {
	day := "2026-11-03"
	_denials([_report({"compiled": day, "submitted": day, "approved": day, "archived": day})]) == set()
}

test_fail_submitted_and_archived_late if {
	_denials([_report({"submitted": "2026-11-11", "approved": "2026-11-12", "archived": "2026-11-21"})]) == {
		_late("submitted", 10, 11),
		_late("archived", 20, 21),
	}
}

test_fail_approved_before_submitted if {
	_denials([_report({"approved": "2026-11-03"})]) == {_out_of_order("approved", "submitted", "2026-11-03")}
}

test_fail_submitted_before_compiled if {
	_denials([_report({"submitted": "2026-11-02"})]) == {_out_of_order("submitted", "compiled", "2026-11-02")}
}

test_fail_archived_without_approval if {
	_denials([_report({"approved": null})]) == {_out_of_order("archived", "approved", "2026-11-09")}
}

test_fail_never_archived if {
	_denials([_report({"approved": null, "archived": null})]) == {_late("archived", 20, null)}
}

test_fail_archived_in_the_future if {
	_denials([_report({"archived": "2026-11-24"})]) == {_late("archived", 20, null)}
}

test_pass_while_the_term_runs if {
	open := _report({"period": "2026-11", "submitted": null, "approved": null, "archived": null})
	_denials([open]) == set()
}

test_pass_late_long_ago if {
	late := {"compiled": "2025-10-01", "submitted": "2025-10-01", "approved": "2025-10-01", "archived": "2026-10-01"}
	_denials([_report(object.union(late, {"period": "2025-06"}))]) == set()
}

test_fail_not_archived_for_long if {
	_denials([object.union(_old("2026-01-01"), {"archived": null})]) == {_late("archived", 20, null)}
}

test_pass_verified_on_the_last_day if _denials([_old("2025-11-23")]) == set()

test_fail_not_verified_for_long if {
	_denials([_old("2025-11-22")]) == {{"item": "RPT-1.verified", "expected": "<= 365", "actual": 366}}
}

test_fail_never_verified if {
	_denials([_old(null)]) == {{"item": "RPT-1.verified", "expected": "<= 365", "actual": 866}}
}

test_fail_verified_in_the_future if {
	_denials([_old("2026-11-24")]) == {{"item": "RPT-1.verified", "expected": "<= 365", "actual": 866}}
}

test_fail_no_report if _denials([]) == _none

test_fail_only_in_the_future if _denials([_report({"compiled": "2026-11-24"})]) == _none

_none := {{"item": "report", "expected": ">= 1", "actual": 0}}

_late(step, term, days) := {
	"item": sprintf("RPT-1.%s", [step]),
	"expected": sprintf("<= %d", [term]),
	"actual": days,
}

_out_of_order(step, before, day) := {
	"item": sprintf("RPT-1.%s", [step]),
	"expected": sprintf(">= %s", [before]),
	"actual": day,
}

_denials(reports) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {
		"report_definition": [{"id": "RDEF-1", "compile_days": 10, "archive_days": 20}],
		"report": reports,
	}}
		with data.params.reporting.approved_and_archived as {"days": 366, "verify_days": 365}
}

_old(verified) := _report({
	"period": "2024-06",
	"compiled": "2024-07-03",
	"submitted": "2024-07-04",
	"approved": "2024-07-08",
	"archived": "2024-07-10",
	"verified": verified,
})

_report(changes) := object.union(
	{
		"id": "RPT-1",
		"definition": "RDEF-1",
		"period": "2026-10",
		"compiled": "2026-11-03",
		"submitted": "2026-11-04",
		"approved": "2026-11-06",
		"archived": "2026-11-09",
		"verified": null,
	},
	changes,
)
