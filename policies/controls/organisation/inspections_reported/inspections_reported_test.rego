package controls.organisation.inspections_reported_test

import data.controls.organisation.inspections_reported as control

test_pass if _denials({}) == set()

test_pass_on_the_last_days if _denials(_with({"held": "2026-05-24"}, {"held": "2025-11-23"})) == set()

test_fail_routine_too_long_ago if _denials(_with({"held": "2026-05-23"}, {})) == _unheld("routine", "2026-05-24", "2026-05-23")

test_fail_comprehensive_too_long_ago if {
	_denials(_with({}, {"held": "2025-11-22"})) == _unheld("comprehensive", "2025-11-23", "2025-11-22")
}

test_fail_only_planned if _denials(_with({"held": "2026-11-24"}, {})) == _unheld("routine", "2026-05-24", null)

test_fail_backups_left_out if {
	_denials(_with({"covered": ["operation"]}, {})) == _unheld("routine", "2026-05-24", null)
}

test_fail_without_form if _denials(_with({"checklist": null}, {})) == {{
	"item": "INS-1.checklist",
	"expected": "form",
	"actual": null,
}}

test_pass_report_to_come if _denials(_with({"held": "2026-10-24", "reported": null, "announced": null}, {})) == set()

test_fail_report_late if _denials(_with({"held": "2026-10-23", "reported": null}, {})) == _unreported("reported", null)

test_fail_announcement_only_planned if {
	_denials(_with({"announced": "2026-11-24"}, {})) == _unreported("announced", "2026-11-24")
}

test_pass_due_today if _denials(_finding({"due": "2026-11-23"})) == set()

test_fail_overdue if _denials(_finding({"due": "2026-11-22"})) == _overdue(null)

test_fail_overdue_and_closing_only_planned if {
	_denials(_finding({"due": "2026-11-22", "closed": "2026-11-24"})) == _overdue("2026-11-24")
}

test_pass_closed_late if _denials(_finding({"due": "2026-11-01", "closed": "2026-11-23"})) == set()

test_fail_nothing_recorded if {
	_denials({"inspection": []}) == _unheld("routine", "2026-05-24", null) | _unheld("comprehensive", "2025-11-23", null)
}

_unheld(scope, earliest, day) := {{"item": scope, "expected": sprintf(">= %s", [earliest]), "actual": day}}

_unreported(step, day) := {{"item": sprintf("INS-1.%s", [step]), "expected": "day", "actual": day}}

_overdue(closed) := {{"item": "INS-1.findings.0", "expected": "<= 2026-11-22", "actual": closed}}

_finding(changes) := _with({"findings": [object.union({"due": null, "closed": null}, changes)]}, {})

_with(routine, comprehensive) := {"inspection": [
	object.union(_good.inspection[0], routine),
	object.union(_good.inspection[1], comprehensive),
]}

_inspection(id, scope, covered) := {
	"id": id,
	"scope": scope,
	"held": "2026-10-01",
	"covered": covered,
	"checklist": "CHK-1",
	"findings": [],
	"reported": "2026-10-05",
	"announced": "2026-10-06",
}

_good := {"inspection": [
	_inspection("INS-1", "routine", ["operation", "backup"]),
	_inspection("INS-2", "comprehensive", ["regimes"]),
]}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.organisation.inspections_reported as {
			"routine_days": 183,
			"comprehensive_days": 365,
			"report_days": 30,
			"routine": ["backup", "operation"],
			"comprehensive": ["regimes"],
		}
}
