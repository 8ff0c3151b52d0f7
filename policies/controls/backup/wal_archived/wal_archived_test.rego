package controls.backup.wal_archived_test

import data.controls.backup.wal_archived as control

test_fail_off_seldom_and_broken if {
	one := _cluster({"archive_mode": "off", "archive_command": false, "archive_timeout_seconds": 0, "archiving_fails": true})
	denials := control.deny with input as _host([one]) with data.params.backup.wal_archived.archive_minutes as 15
	denials == {
		{"item": "15/main: archive_mode", "expected": "on with a command", "actual": "off"},
		{"item": "15/main: archive_timeout", "expected": "1-900 seconds", "actual": 0},
		{"item": "15/main: last attempt", "expected": "archived", "actual": "failed"},
	}
}

test_fail_down_or_absent if {
	{"item": "15/main", "expected": "answers", "actual": "down"} in control.deny with input as _host([{"version": "15", "name": "main", "online": false, "settings": null}]) with data.params.backup.wal_archived.archive_minutes as 15
	control.deny == {{"item": "clusters", "expected": ">= 1", "actual": 0}} with input as _host([]) with data.params.backup.wal_archived.archive_minutes as 15
}

test_pass_archived if {
	one := _cluster({"archive_mode": "on", "archive_command": true, "archive_timeout_seconds": 900, "archiving_fails": false})
	control.deny == set() with input as _host([one]) with data.params.backup.wal_archived.archive_minutes as 15
}

test_not_applicable_without_such_a_set if {
	control.not_applicable.en with input as {"backup": {"catalogue": {"sets": []}}, "database": {"clusters": []}}
	not control.not_applicable with input as {"backup": {"catalogue": null}, "database": {"clusters": []}}
	not control.not_applicable with input as _host([])
}

_cluster(settings) := {"version": "15", "name": "main", "online": true, "settings": settings}

_host(clusters) := {"backup": {"catalogue": {"sets": [{"way": "postgres"}]}}, "database": {"clusters": clusters}}
