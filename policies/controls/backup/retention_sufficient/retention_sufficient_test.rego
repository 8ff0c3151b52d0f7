package controls.backup.retention_sufficient_test

import data.controls.backup.retention_sufficient as control

test_fail_too_short if {
	denials := control.deny with input as _host(6, 0, 6) with data.params.backup.retention_sufficient as _least
	denials == {
		{"item": "a: daily", "expected": ">= 7", "actual": 6},
		{"item": "a: weekly", "expected": ">= 4", "actual": 0},
	}
}

test_fail_no_catalogue if {
	denials := control.deny with input as {"backup": {"catalogue": null}} with data.params.backup.retention_sufficient as _least
	denials == {{"item": "backup catalogue", "expected": "present", "actual": null}}
}

test_fail_no_sets if {
	{"item": "data sets", "expected": ">= 1", "actual": 0} in control.deny with input as {"backup": {"catalogue": {"sets": [], "none": null, "repositories": []}, "checks": [], "copies": []}} with data.params.backup.retention_sufficient as _least
}

test_pass_enough if {
	denials := control.deny with input as _host(7, 4, 6) with data.params.backup.retention_sufficient as _least
	denials == set()
}

test_not_applicable_where_the_catalogue_says_so if {
	said := control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": {"en": "It is empty.", "zh": "空"}}}}
	contains(said.en, "It is empty.")
	not control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": null}}}
}

_least := {"daily": 7, "weekly": 4, "monthly": 6}

_host(daily, weekly, monthly) := {"backup": {"catalogue": {
	"sets": [{"name": "a", "retention": {"daily": daily, "weekly": weekly, "monthly": monthly}}],
	"none": null,
}}}
