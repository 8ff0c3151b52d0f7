package controls.operation.maintenance_access_closed_test

import data.controls.operation.maintenance_access_closed as control

test_pass_tool if _denials([_tool({})]) == set()

test_pass_remote if _denials([_remote({})]) == set()

test_fail_approved_afterwards if {
	_denials([_tool({"approved": "2026-11-16"})]) == {_fails("approved", "<= 2026-11-15", "2026-11-16")}
}

test_fail_without_log if _denials([_remote({"log": null})]) == {_fails("log", "where it is kept", null)}

test_pass_a_week if _denials([_remote({"until": "2026-11-22"})]) == set()

test_fail_open_for_too_long if {
	_denials([_remote({"until": "2026-11-23"})]) == {_fails("until", "<= 7 days", "2026-11-23")}
}

test_fail_closed_late if {
	_denials([_remote({"closed": "2026-11-17"})]) == {_fails("closed", "<= 2026-11-16", "2026-11-17")}
}

test_fail_never_closed if _denials([_remote({"closed": null})]) == {_fails("closed", "<= 2026-11-16", null)}

test_pass_still_at_work if {
	_denials([_tool({"opened": "2026-11-23", "until": "2026-11-23", "closed": null, "scanned": "2026-11-23", "cleaned": null})]) == set()
}

test_fail_another_channel if {
	_denials([_remote({"connection": "OUT-2"})]) == {_fails("connection", "remote_maintenance", "OUT-2")}
}

test_fail_not_scanned if {
	_denials([_tool({"scanned": null})]) == {_fails("scanned", "before it was connected", null)}
}

test_fail_scanned_afterwards if {
	_denials([_tool({"scanned": "2026-11-16"})]) == {_fails("scanned", "before it was connected", "2026-11-16")}
}

test_fail_scanned_long_before if {
	_denials([_tool({"scanned": "2026-11-13"})]) == {_fails("scanned", "before it was connected", "2026-11-13")}
}

test_pass_own_tool_not_scanned if _denials([_tool({"scanned": null, "foreign": false})]) == set()

test_fail_not_cleaned if _denials([_tool({"cleaned": null})]) == {_fails("cleaned", "after the work", null)}

test_fail_cleaned_before_the_end if {
	_denials([_tool({"cleaned": "2026-11-14"})]) == {_fails("cleaned", "after the work", "2026-11-14")}
}

test_fail_none_for_a_year if {
	_denials([_tool({"opened": "2025-11-22"})]) == {{"item": "maintenance_access", "expected": ">= 1", "actual": 0}}
}

test_fail_nothing_recorded if {
	_denials([]) == {{"item": "maintenance_access", "expected": ">= 1", "actual": 0}}
}

_denials(accesses) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {
			"maintenance_access": accesses,
			"outside_connection": [
				{"id": "OUT-1", "purpose": "remote_maintenance"},
				{"id": "OUT-2", "purpose": "internet"},
			],
		},
	}
		with data.params.operation.maintenance_access_closed as {"look_back": 365, "open_days": 7, "scan_days": 1}
}

_fails(field, expected, actual) := {"item": sprintf("ACC-1.%s", [field]), "expected": expected, "actual": actual}

_tool(changes) := object.union(_access, changes)

_remote(changes) := object.union(
	_access,
	object.union({"form": "remote", "connection": "OUT-1", "foreign": false, "scanned": null, "cleaned": null}, changes),
)

_access := {
	"id": "ACC-1",
	"form": "tool",
	"connection": null,
	"approved": "2026-11-15",
	"opened": "2026-11-15",
	"until": "2026-11-16",
	"closed": "2026-11-15",
	"log": "log-1",
	"foreign": true,
	"scanned": "2026-11-14",
	"cleaned": "2026-11-15",
}
