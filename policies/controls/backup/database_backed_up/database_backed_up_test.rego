package controls.backup.database_backed_up_test

import data.controls.backup.database_backed_up as control

test_fail_old_and_broken if {
	denials := control.deny with input as _host([_backup(193, 27, false)]) with data.params.backup.database_backed_up.max_full_hours as 192
	denials == {
		{"item": "hub: full backup", "expected": "<= 192 hours", "actual": 193},
		{"item": "hub: newest backup", "expected": "<= 26 hours", "actual": 27},
		{"item": "hub", "expected": "in order", "actual": "not in order"},
	}
}

test_fail_no_set_for_a_database if {
	host := {"backup": {"catalogue": {"sets": []}}, "database": {"clusters": [{}], "backups": [_backup(1, 1, true)]}}
	denials := control.deny with input as host with data.params.backup.database_backed_up.max_full_hours as 192
	denials == {{"item": "data sets of way postgres", "expected": ">= 1", "actual": 0}}
	not control.not_applicable with input as host
}

test_fail_none if {
	control.deny == {{"item": "database backups", "expected": ">= 1", "actual": 0}} with input as _host([]) with data.params.backup.database_backed_up.max_full_hours as 192
	{"item": "hub: newest backup", "expected": "<= 26 hours", "actual": null} in control.deny with input as _host([_backup(null, null, true)]) with data.params.backup.database_backed_up.max_full_hours as 192
}

test_pass_at_the_bounds if {
	control.deny == set() with input as _host([_backup(192, 26, true)]) with data.params.backup.database_backed_up.max_full_hours as 192
}

test_not_applicable_without_such_a_set if {
	control.not_applicable.en with input as {"backup": {"catalogue": {"sets": []}}, "database": {"clusters": []}}
	not control.not_applicable with input as _host([])
}

_backup(full, diff, sound) := {"name": "hub", "sound": sound, "full_hours": full, "diff_hours": diff, "incr_hours": null}

_host(backups) := {"backup": {"catalogue": {"sets": [{"way": "postgres", "frequency_hours": 24}]}}, "database": {"clusters": [], "backups": backups}}
