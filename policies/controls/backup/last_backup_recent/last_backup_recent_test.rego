package controls.backup.last_backup_recent_test

import data.controls.backup.last_backup_recent as control

test_fail_too_old if {
	denials := control.deny with input as _host([{"dataset": "a", "repository": "main", "hours": 27}])
	denials == {{"item": "a in main", "expected": "<= 26 hours", "actual": 27}}
}

test_fail_never_or_ahead_of_the_clock if {
	control.deny == {{"item": "a in main", "expected": "<= 26 hours", "actual": null}} with input as _host([])
	control.deny == {{"item": "a in main", "expected": "<= 26 hours", "actual": -2}} with input as _host([{"dataset": "a", "repository": "main", "hours": -2}])
}

test_fail_no_catalogue if {
	{"item": "backup catalogue", "expected": "present", "actual": null} in control.deny with input as {"backup": {"catalogue": null, "copies": []}}
}

test_fail_nowhere_to_go if {
	host := {"backup": {"catalogue": {"sets": [], "none": null, "repositories": [], "keeps": []}, "copies": []}}
	control.deny == {{"item": "copies", "expected": ">= 1", "actual": 0}} with input as host
}

test_pass_at_the_bound if {
	denials := control.deny with input as _host([{"dataset": "a", "repository": "main", "hours": 26}])
	denials == set()
}

test_not_applicable_where_the_catalogue_says_so if {
	said := control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": {"en": "It is empty.", "zh": "空"}}}}
	contains(said.en, "It is empty.")
	not control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": null}}}
}

_host(copies) := {"backup": {"copies": copies, "catalogue": _catalogue([{"name": "a", "way": "files", "rpo_hours": 26, "off_site": true}])}}

_catalogue(sets) := {"sets": sets, "none": null, "repositories": [{"name": "main", "host": "a", "off_site": false}, {"name": "far", "host": "b", "off_site": true}], "keeps": []}
