package controls.backup.repository_checked_test

import data.controls.backup.repository_checked as control

test_fail_never_old_or_damaged if {
	control.deny == {{"item": "main", "expected": "<= 192 hours", "actual": null}} with input as _host([]) with data.params.backup.repository_checked.check_days as 7
	control.deny == {{"item": "main", "expected": "<= 192 hours", "actual": 193}} with input as _host([_check(193, true)]) with data.params.backup.repository_checked.check_days as 7
	control.deny == {{"item": "main", "expected": "sound", "actual": "damaged or out of reach"}} with input as _host([_check(1, false)]) with data.params.backup.repository_checked.check_days as 7
}

test_fail_no_catalogue if {
	control.deny == {{"item": "backup catalogue", "expected": "present", "actual": null}} with input as {"backup": {"catalogue": null, "checks": []}}
}

test_fail_no_repositories if {
	host := {"backup": {"catalogue": {"sets": [{"name": "a"}], "none": null, "repositories": []}, "checks": []}}
	control.deny == {{"item": "repositories", "expected": ">= 1", "actual": 0}} with input as host with data.params.backup.repository_checked.check_days as 7
}

test_pass_at_the_bound if {
	control.deny == set() with input as _host([_check(192, true)]) with data.params.backup.repository_checked.check_days as 7
}

test_not_applicable_where_the_catalogue_says_so if {
	said := control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": {"en": "It is empty.", "zh": "空"}}}}
	contains(said.en, "It is empty.")
	not control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": null}}}
}

_check(hours, sound) := {"repository": "main", "hours": hours, "sound": sound}

_host(checks) := {"backup": {"checks": checks, "catalogue": {"sets": [{"name": "a"}], "none": null, "repositories": [{"name": "main"}]}}}
