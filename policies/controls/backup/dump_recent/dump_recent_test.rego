package controls.backup.dump_recent_test

import data.controls.backup.dump_recent as control

test_fail_never if {
	denials := control.deny with input as _host(null)
	denials == {
		{"item": "a", "expected": "<= 26 hours", "actual": null},
		{"item": "databases in the dump", "expected": ">= 1 with contents", "actual": 0},
	}
}

test_fail_old_and_empty if {
	denials := control.deny with input as _host({"dataset": "a", "hours": 27, "databases": [{"name": "hub", "bytes": 0, "entries": 0}]})
	denials == {
		{"item": "a", "expected": "<= 26 hours", "actual": 27},
		{"item": "dump of hub", "expected": "> 0 bytes", "actual": 0},
		{"item": "databases in the dump", "expected": ">= 1 with contents", "actual": 0},
	}
}

test_fail_no_catalogue if {
	{"item": "backup catalogue", "expected": "present", "actual": null} in control.deny with input as {"backup": {"catalogue": null}, "database": {"dump": null}}
}

test_pass_recent if {
	control.deny == set() with input as _host({"dataset": "a", "hours": 26, "databases": [{"name": "hub", "bytes": 9, "entries": 4}]})
}

test_not_applicable_without_such_a_set if {
	control.not_applicable.en with input as {"backup": {"catalogue": {"sets": []}}}
	not control.not_applicable with input as _host(null)
}

_host(dump) := {"backup": {"catalogue": {"sets": [{"name": "a", "way": "dump", "rpo_hours": 26}]}}, "database": {"dump": dump}}
