package controls.backup.content_complete_test

import data.controls.backup.content_complete as control

test_fail_a_path_left_out if {
	denials := control.deny with input as _host([{"dataset": "a", "repository": "main", "files": 3, "paths": ["/etc"]}])
	denials == {{"item": "a in main: /srv", "expected": "copied", "actual": "missing"}}
}

test_fail_empty_or_never if {
	control.deny == {{"item": "a in main: files", "expected": ">= 1", "actual": 0}} with input as _host([{"dataset": "a", "repository": "main", "files": 0, "paths": ["/etc", "/srv"]}])
	count(control.deny) == 3 with input as _host([])
	{"item": "a in main: files", "expected": ">= 1", "actual": null} in control.deny with input as _host([{"dataset": "a", "repository": "main", "files": null, "paths": []}])
}

test_fail_no_catalogue if {
	control.deny == {{"item": "backup catalogue", "expected": "present", "actual": null}} with input as {"backup": {"catalogue": null, "copies": []}}
}

test_fail_no_sets if {
	{"item": "data sets", "expected": ">= 1", "actual": 0} in control.deny with input as {"backup": {"catalogue": {"sets": [], "none": null, "repositories": []}, "checks": [], "copies": []}}
}

test_pass_all if {
	control.deny == set() with input as _host([{"dataset": "a", "repository": "main", "files": 3, "paths": ["/etc", "/srv"]}])
}

test_not_applicable_where_the_catalogue_says_so if {
	said := control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": {"en": "It is empty.", "zh": "空"}}}}
	contains(said.en, "It is empty.")
	not control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": null}}}
}

_host(copies) := {"backup": {"copies": copies, "catalogue": _catalogue([{"name": "a", "way": "files", "paths": ["/etc", "/srv"], "off_site": false}])}}

_catalogue(sets) := {"sets": sets, "none": null, "repositories": [{"name": "main", "host": "a", "off_site": false}, {"name": "far", "host": "b", "off_site": true}], "keeps": []}
