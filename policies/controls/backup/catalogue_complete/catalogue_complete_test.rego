package controls.backup.catalogue_complete_test

import data.controls.backup.catalogue_complete as control

test_fail_what_is_missing if {
	one := {"name": "a", "owner": "", "rpo_hours": 30, "rto_hours": 80, "off_site": false}
	denials := control.deny with input as {"backup": {"catalogue": {"sets": [one], "none": null, "repositories": [{"off_site": false}]}}} with data.params.backup.catalogue_complete as _params
	denials == {
		{"item": "a: owner", "expected": "named", "actual": ""},
		{"item": "a: rpo", "expected": "<= 26 hours", "actual": 30},
		{"item": "a: rto", "expected": "<= 72 hours", "actual": 80},
		{"item": "a: off site", "expected": true, "actual": false},
		{"item": "repositories off site", "expected": ">= 1", "actual": 0},
	}
}

test_fail_no_catalogue if {
	denials := control.deny with input as {"backup": {"catalogue": null}} with data.params.backup.catalogue_complete as _params
	{"item": "backup catalogue", "expected": "present", "actual": null} in denials
}

test_fail_no_sets if {
	{"item": "data sets", "expected": ">= 1", "actual": 0} in control.deny with input as {"backup": {"catalogue": {"sets": [], "none": null, "repositories": []}, "checks": [], "copies": []}} with data.params.backup.catalogue_complete as _params
}

test_pass_whole if {
	one := {"name": "a", "owner": "x", "rpo_hours": 26, "rto_hours": 72, "off_site": true}
	denials := control.deny with input as {"backup": {"catalogue": {"sets": [one], "none": null, "repositories": [{"off_site": true}]}}} with data.params.backup.catalogue_complete as _params
	denials == set()
}

test_not_applicable_where_the_catalogue_says_so if {
	said := control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": {"en": "It is empty.", "zh": "空"}}}}
	contains(said.en, "It is empty.")
	not control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": null}}}
}

_params := {"max_rpo_hours": 26, "max_rto_hours": 72}
