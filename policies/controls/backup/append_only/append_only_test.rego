package controls.backup.append_only_test

import data.controls.backup.append_only as control

test_fail_free_keys if {
	denials := control.deny with input as _host([{"restrict": false, "command": "borg serve --restrict-to-repository /srv/backup/b"}, {"restrict": true, "command": null}])
	denials == {
		{"item": "key of b", "expected": "restrict", "actual": ""},
		{"item": "key of b", "expected": "borg serve --append-only", "actual": "borg serve --restrict-to-repository /srv/backup/b"},
		{"item": "key of anybody", "expected": "borg serve --append-only", "actual": null},
	}
}

test_fail_no_keys_or_no_catalogue if {
	control.deny == {{"item": "keys", "expected": ">= 1", "actual": 0}} with input as _host([])
	{"item": "backup catalogue", "expected": "present", "actual": null} in control.deny with input as {"backup": {"catalogue": null, "keys": []}}
}

test_pass_bound if {
	control.deny == set() with input as _host([{"restrict": true, "command": "borg serve --append-only --restrict-to-repository /srv/backup/b"}])
}

test_not_applicable_where_nothing_is_kept if {
	control.not_applicable.en with input as {"backup": {"catalogue": {"keeps": []}, "keys": []}}
	not control.not_applicable with input as {"backup": {"catalogue": null, "keys": []}}
	not control.not_applicable with input as {"backup": {"catalogue": {"keeps": []}, "keys": [{"command": null}]}}
}

_host(keys) := {"backup": {"keys": keys, "catalogue": {"keeps": [{"client": "b"}]}}}
