package controls.operation.risks_assessed_test

import data.controls.operation.risks_assessed as control

test_pass_on_the_last_day if _denials([_system(null)], [_assessment({})]) == set()

test_fail_the_day_after if {
	_denials([_system(null)], [_assessment({"held": "2025-11-22"})]) == {_fails("SYS-1.security_test", ">= 2025-11-23", null)}
}

test_fail_another_system if {
	_denials([_system(null)], [_assessment({"systems": ["SYS-2"]})]) == {_fails(
		"SYS-1.security_test",
		">= 2025-11-23",
		null,
	)}
}

test_fail_another_form if {
	_denials([_system(null)], [_assessment({"form": "risk_assessment"})]) == {_fails(
		"SYS-1.security_test",
		">= 2025-11-23",
		null,
	)}
}

test_fail_without_report if {
	_denials([_system(null)], [_assessment({"report": null, "accepted_by": null})]) == {
		_fails("RAS-1.report", "number", null),
		_fails("RAS-1.accepted_by", "post", null),
	}
}

test_fail_no_system_in_operation if {
	_denials([_system("2026-11-22")], [_assessment({})]) == {_fails("system", ">= 1", 0)}
}

test_fail_nothing_recorded if _denials([], []) == {_fails("system", ">= 1", 0)}

_denials(systems, assessments) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"system": systems, "risk_assessment": assessments},
	}
		with data.params.operation.risks_assessed as {"days": 365, "forms": ["security_test"]}
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_system(retired) := {"id": "SYS-1", "opened": "2024-01-01", "retired": retired}

_assessment(changes) := object.union(
	{
		"id": "RAS-1",
		"form": "security_test",
		"systems": ["SYS-1"],
		"held": "2025-11-23",
		"report": "R-1",
		"accepted_by": "POST-1",
	},
	changes,
)
