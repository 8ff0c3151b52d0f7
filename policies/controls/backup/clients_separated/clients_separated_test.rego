package controls.backup.clients_separated_test

import data.controls.backup.clients_separated as control

test_fail_shared_open_or_unknown if {
	keys := [{"command": "x /srv/backup/b"}, {"command": "y /srv/backup/b"}, {"command": "x /srv/backup"}, {"command": null}]
	folders := [{"path": "/srv/backup/b", "mode": "0755", "owner": "hub-backup"}]
	denials := control.deny with input as _host(keys, folders)
	denials == {
		{"item": "/srv/backup/b", "expected": "one key", "actual": 2},
		{"item": "/srv/backup/b", "expected": "0700 hub-backup", "actual": "0755 hub-backup"},
		{"item": "/srv/backup", "expected": "a client of the catalogue", "actual": "unknown"},
	}
}

test_fail_no_catalogue if {
	{"item": "backup catalogue", "expected": "present", "actual": null} in control.deny with input as {"backup": {"catalogue": null, "keys": [], "folders": []}}
}

test_pass_apart if {
	folders := [{"path": "/srv/backup/b", "mode": "0700", "owner": "hub-backup"}]
	control.deny == set() with input as _host([{"command": "x /srv/backup/b"}], folders)
}

test_not_applicable_where_nothing_is_kept if {
	control.not_applicable.en with input as {"backup": {"catalogue": {"keeps": []}, "keys": []}}
	not control.not_applicable with input as {"backup": {"catalogue": null, "keys": []}}
	not control.not_applicable with input as {"backup": {"catalogue": {"keeps": []}, "keys": [{"command": null}]}}
}

_host(keys, folders) := {"backup": {"keys": keys, "folders": folders, "catalogue": {"keeps": [{"client": "b"}]}}}
