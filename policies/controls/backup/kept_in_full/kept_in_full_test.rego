package controls.backup.kept_in_full_test

import data.controls.backup.kept_in_full as control

test_fail_old_gone_unreadable_and_unlooked if {
	host := _host([{"client": "b", "repository": "main", "missing": 2, "readable": false, "sets": [{"name": "a", "newest_hours": 27}]}], 5)
	denials := control.deny with input as host with data.params.backup.kept_in_full.max_look_hours as 3
	denials == {
		{"item": "a of b in main", "expected": "<= 26 hours", "actual": 27},
		{"item": "b in main", "expected": "nothing missing", "actual": 2},
		{"item": "b in main", "expected": "readable", "actual": "not readable"},
		{"item": "last look", "expected": "<= 3 hours", "actual": 5},
	}
}

test_fail_nothing_there if {
	denials := control.deny with input as _host([], 0) with data.params.backup.kept_in_full.max_look_hours as 3
	denials == {{"item": "a of b in main", "expected": "<= 26 hours", "actual": null}}
}

test_fail_no_catalogue if {
	{"item": "backup catalogue", "expected": "present", "actual": null} in control.deny with input as {"backup": {"catalogue": null, "kept": [], "looked_hours": null}}
}

test_pass_whole if {
	host := _host([{"client": "b", "repository": "main", "missing": 0, "readable": true, "sets": [{"name": "a", "newest_hours": 26}]}], 3)
	denials := control.deny with input as host with data.params.backup.kept_in_full.max_look_hours as 3
	denials == set()
}

test_not_applicable_where_nothing_is_kept if {
	control.not_applicable.en with input as {"backup": {"catalogue": {"keeps": []}, "keys": []}}
	not control.not_applicable with input as {"backup": {"catalogue": null, "keys": []}}
	not control.not_applicable with input as {"backup": {"catalogue": {"keeps": []}, "keys": [{"command": null}]}}
}

_host(kept, looked) := {"backup": {"kept": kept, "looked_hours": looked, "catalogue": {"keeps": [{
	"client": "b",
	"repository": "main",
	"sets": [{"name": "a", "way": "files", "rpo_hours": 26}, {"name": "c", "way": "postgres", "rpo_hours": 1}],
}]}}}
