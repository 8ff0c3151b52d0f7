package controls.data.backed_up_test

import data.controls.data.backed_up as control

test_pass_in_the_catalogue if _denials([_asset({"backup": "records"})]) == set()

test_pass_reproducible if _denials([_asset({"reproducible": true})]) == set()

test_fail_no_backup if _denials([_asset({})]) == _fails(null)

test_fail_no_such_data_set if _denials([_asset({"backup": "record"})]) == _fails("record")

test_pass_the_data_set_may_be_of_a_host_that_could_not_be_asked if {
	_with_a_hole("record") == set()
	_with_a_hole(null) == _fails(null)
}

_with_a_hole(backup) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"data_asset": [_asset({"backup": backup})]},
		"estate": {
			"hosts": [{"name": "hub-1", "backup_sets": ["records"]}, {"name": "ops-1", "backup_sets": ["logs"]}],
			"unreadable": [{"what": "backup of hub-2", "why": "unreachable"}],
		},
	}
}

test_pass_deleted_data_is_not_judged if {
	_denials([_asset({"backup": "records"}), _asset({"retired": "2026-11-22"})]) == set()
}

test_fail_on_the_last_day_of_use if _denials([_asset({"retired": "2026-11-23"})]) == _fails(null)

test_fail_nothing_recorded if _denials([]) == {{"item": "data_asset", "expected": ">= 1", "actual": 0}}

_denials(assets) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"data_asset": assets},
		"estate": {"hosts": [{"name": "hub-1", "backup_sets": ["records"]}, {"name": "ops-1", "backup_sets": ["logs"]}]},
	}
}

_fails(actual) := {{"item": "DATA-1.backup", "expected": ["logs", "records"], "actual": actual}}

_asset(fields) := object.union(
	{"id": "DATA-1", "reproducible": false, "backup": null, "opened": "2024-01-01", "retired": null},
	fields,
)
