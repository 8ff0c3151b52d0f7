package controls.assets.maintenance_supervised_test

import data.controls.assets.maintenance_supervised as control

test_pass_own_work if _denials([_job({})]) == set()

test_fail_outsider_alone if {
	_denials([_job({"by": "P-2", "supervised_by": "P-2", "approved_by": null})]) == {
		_fails("MNT-1.approved_by", "post", null),
		_fails("MNT-1.supervised_by", "one of the hub", "P-2"),
	}
}

test_pass_outsider_supervised if {
	_denials([_job({"by": "P-2", "supervised_by": "P-1", "approved_by": "POST-1"})]) == set()
}

test_fail_stranger if {
	_denials([_job({"by": "P-9", "approved_by": "POST-1"})]) == {_fails("MNT-1.supervised_by", "one of the hub", null)}
}

test_fail_repair_not_approved if {
	_denials([_job({"form": "repair"})]) == {_fails("MNT-1.approved_by", "post", null)}
}

test_fail_nothing_done_for_a_year if {
	_denials([_job({"done": "2025-11-22"})]) == {_fails("maintenance", ">= 1", 0)}
}

test_fail_nothing_recorded if _denials([]) == {_fails("maintenance", ">= 1", 0)}

_denials(jobs) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {
			"maintenance": jobs,
			"person": [{"id": "P-1", "party": "ORG-1"}, {"id": "P-2", "party": "ORG-2"}],
			"party": [{"id": "ORG-1", "role": "operator"}, {"id": "ORG-2", "role": "supplier"}],
		},
	}
		with data.params.assets.maintenance_supervised.look_back as 365
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_job(changes) := object.union(
	{
		"id": "MNT-1",
		"form": "routine",
		"approved_by": null,
		"done": "2025-11-23",
		"by": "P-1",
		"supervised_by": null,
	},
	changes,
)
