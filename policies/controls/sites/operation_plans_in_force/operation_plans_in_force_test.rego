package controls.sites.operation_plans_in_force_test

import data.controls.sites.operation_plans_in_force as control

test_pass_a_plan_each if _denials({}) == set()

test_pass_reviewed_on_the_last_day if {
	_denials({"operation_plan": [_plan({"reviewed": "2025-11-23"}), _system_plan]}) == set()
}

test_pass_new_and_not_yet_reviewed if {
	_denials({"operation_plan": [_plan({"issued": "2026-11-23", "reviewed": null}), _system_plan]}) == set()
}

test_fail_review_overdue_or_only_planned if {
	every reviewed in ["2025-11-22", "2026-11-24", null] {
		plan := _plan({"issued": "2025-11-22", "reviewed": reviewed})
		_denials({"operation_plan": [plan, _system_plan]}) == {{"item": "OPL-1", "expected": "<= 365", "actual": 366}}
	}
}

test_fail_no_plan_that_counts if {
	every change in [
		{"issued": null},
		{"issued": "2026-11-24"},
		{"withdrawn": "2026-11-23"},
		{"approved_by": null},
		{"site": "SITE-2"},
	] {
		_denials({"operation_plan": [_plan(change), _system_plan]}) == {_without("SITE-1")}
	}
}

test_fail_one_plan_for_both if {
	_denials({"operation_plan": [_plan({"system": "SYS-1"})]}) == {_without("SITE-1"), _without("SYS-1")}
}

test_fail_part_left_out if {
	_denials({"operation_plan": [_plan({"holds": ["faults"]}), _system_plan]}) == {{
		"item": "OPL-1.duties",
		"expected": "settled",
		"actual": null,
	}}
	_denials({"operation_plan": [_plan({}), object.union(_system_plan, {"holds": ["duties"]})]}) == {{
		"item": "OPL-2.backup",
		"expected": "settled",
		"actual": null,
	}}
}

test_pass_closed_site_and_retired_system_need_none if {
	_denials({
		"site": [_site({}), _site({"id": "SITE-2", "closed": "2026-11-22"})],
		"system": [_system({}), _system({"id": "SYS-2", "retired": "2026-11-22"})],
	}) == set()
}

test_fail_nothing_recorded if {
	_denials({"site": [], "system": [], "operation_plan": []}) == {
		{"item": "site", "expected": ">= 1", "actual": 0},
		{"item": "system", "expected": ">= 1", "actual": 0},
	}
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(
			{"site": [_site({})], "system": [_system({})], "operation_plan": [_plan({}), _system_plan]},
			changes,
		),
	}
		with data.params.sites.operation_plans_in_force as {
			"days": 365,
			"site_parts": ["duties", "faults"],
			"system_parts": ["backup", "duties"],
		}
}

_without(id) := {"item": id, "expected": ">= 1", "actual": 0}

_site(changes) := object.union({"id": "SITE-1", "opened": "2024-01-01", "closed": null}, changes)

_system(changes) := object.union({"id": "SYS-1", "opened": "2024-01-01", "retired": null}, changes)

_system_plan := _plan({"id": "OPL-2", "site": null, "system": "SYS-1", "holds": ["backup", "duties"]})

_plan(changes) := object.union(
	{
		"id": "OPL-1",
		"site": "SITE-1",
		"system": null,
		"holds": ["duties", "faults"],
		"approved_by": "POST-1",
		"issued": "2024-01-01",
		"reviewed": "2026-06-01",
		"withdrawn": null,
	},
	changes,
)
