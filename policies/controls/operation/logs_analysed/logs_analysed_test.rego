package controls.operation.logs_analysed_test

import data.controls.operation.logs_analysed as control

test_pass_on_the_last_day if _denials([_check({})]) == set()

test_fail_too_long_ago if {
	_denials([_check({"ends": "2026-05-22"})]) == {_fails("log_analysis", ">= 2026-05-23", null)}
}

test_fail_another_topic if {
	_denials([_check({"topic": "incidents"})]) == {_fails("log_analysis", ">= 2026-05-23", null)}
}

test_fail_nothing_came_of_it if {
	_denials([_check({"problems": []})]) == {_fails("OCK-1.found", "<= 0", 1)}
}

test_fail_a_source_left_out if {
	_denials([_check({"sources": ["alarms"]})]) == {_fails("OCK-1.sources", ["logs"], ["alarms"])}
}

test_fail_by_the_system_administrator if {
	_denials([_check({"by": "P-3"})]) == {_fails("OCK-1.by", ["audit_admin"], "P-3")}
}

test_pass_by_the_deputy if _denials([_check({"by": "P-2"})]) == set()

test_fail_nothing_recorded if _denials([]) == {_fails("log_analysis", ">= 2026-05-23", null)}

_denials(checks) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {
			"operation_check": checks,
			"post": [
				{"role": "audit_admin", "primary": "P-1", "deputy": "P-2"},
				{"role": "system_admin", "primary": "P-3", "deputy": null},
			],
		},
	}
		with data.params.operation.logs_analysed as {"days": 184, "roles": ["audit_admin"], "sources": ["logs"]}
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_check(changes) := object.union(
	{
		"id": "OCK-1",
		"topic": "log_analysis",
		"starts": "2026-05-01",
		"ends": "2026-05-23",
		"done": "2026-06-01",
		"by": "P-1",
		"sources": ["logs"],
		"found": 1,
		"problems": ["PRB-1"],
		"incidents": [],
	},
	changes,
)
