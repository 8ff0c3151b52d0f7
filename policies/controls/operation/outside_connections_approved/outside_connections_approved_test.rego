package controls.operation.outside_connections_approved_test

import data.controls.operation.outside_connections_approved as control

test_pass_on_the_last_day if _denials([_connection({})], [_check({})]) == set()

test_fail_not_approved if {
	_denials([_connection({"approved": null})], [_check({})]) == {_fails("OUT-1.approved", "<= 2024-01-01", null)}
}

test_fail_not_compared if {
	_denials([_connection({"checked": "2026-05-22"})], [_check({})]) == {_fails(
		"OUT-1.checked",
		">= 2026-05-23",
		"2026-05-22",
	)}
}

test_pass_closed if {
	_denials([_connection({}), _connection({"approved": null, "closed": "2026-11-22"})], [_check({})]) == set()
}

test_fail_not_searched if {
	_denials([_connection({})], [_check({"ends": "2026-05-22"})]) == {_fails("search", ">= 2026-05-23", null)}
}

test_fail_found_and_left if {
	_denials([_connection({})], [_check({"found": 2})]) == {_fails("OCK-1.found", "<= 1", 2)}
}

test_fail_nothing_recorded if {
	_denials([], []) == {_fails("outside_connection", ">= 1", 0), _fails("search", ">= 2026-05-23", null)}
}

_denials(connections, checks) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"outside_connection": connections, "operation_check": checks},
	}
		with data.params.operation.outside_connections_approved.days as 184
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_check(changes) := object.union(
	{
		"id": "OCK-1",
		"topic": "outside_connections",
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

_connection(changes) := object.union(
	{
		"id": "OUT-1",
		"approved": "2024-01-01",
		"opened": "2024-01-01",
		"checked": "2026-05-23",
		"closed": null,
	},
	changes,
)
