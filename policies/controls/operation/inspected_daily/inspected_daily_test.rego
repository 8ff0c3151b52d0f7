package controls.operation.inspected_daily_test

import data.controls.operation.inspected_daily as control

test_pass_on_the_last_day if _denials([_procedure({})], [_check({})]) == set()

test_fail_log_not_checked if {
	_denials([_procedure({})], [_check({"ends": "2026-05-22"})]) == {_fails(
		"daily_inspection.log",
		">= 2026-05-23",
		null,
	)}
}

test_fail_missing_days_left_at_that if {
	_denials([_procedure({})], [_check({"problems": []})]) == {_fails("OCK-1.found", "<= 0", 1)}
}

test_fail_checked_by_who_inspects if {
	_denials([_procedure({})], [_check({"by": "P-2"})]) == {_fails("OCK-1.by", "not who inspects", "P-2")}
}

test_fail_checked_by_the_deputy if {
	_denials([_procedure({})], [_check({"by": "P-3"})]) == {_fails("OCK-1.by", "not who inspects", "P-3")}
}

test_fail_post_vacant if {
	_denials([_procedure({"owner": "POST-2"})], [_check({})]) == {_fails("PRC-1.owner", "held post", "POST-2")}
}

test_fail_backups_left_out if {
	_denials([_procedure({"covers": []})], [_check({})]) == {_fails("PRC-1.covers", ["backups"], [])}
}

test_fail_nothing_recorded if {
	_denials([], []) == {
		_fails("daily_inspection", ">= 1", 0),
		_fails("daily_inspection.log", ">= 2026-05-23", null),
	}
}

_denials(procedures, checks) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {
			"procedure": procedures,
			"operation_check": checks,
			"person": [{"id": "P-2", "joined": "2024-01-01", "left": null}],
			"post": [
				{"id": "POST-1", "primary": "P-2", "deputy": "P-3"},
				{"id": "POST-2", "primary": null, "deputy": null},
			],
		},
	}
		with data.params.operation.inspected_daily as {"days": 184, "review_days": 365, "points": ["backups"]}
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_check(changes) := object.union(
	{
		"id": "OCK-1",
		"topic": "daily_inspection",
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

_procedure(changes) := object.union(
	{
		"id": "PRC-1",
		"topic": "daily_inspection",
		"covers": ["backups"],
		"owner": "POST-1",
		"assets": ["AST-1"],
		"plans": ["PLAN-1"],
		"approved_by": "POST-1",
		"issued": "2024-01-01",
		"reviewed": "2025-11-23",
		"withdrawn": null,
	},
	changes,
)
