package controls.backup.size_plausible_test

import data.controls.backup.size_plausible as control

test_fail_shrunk_empty_or_never if {
	control.deny == {{"item": "a in main", "expected": ">= 50 % of 100 bytes", "actual": 49}} with input as _host([_copy(49, 100)]) with data.params.backup.size_plausible.least_percent as 50
	control.deny == {{"item": "a in main", "expected": ">= 1 byte", "actual": null}} with input as _host([_copy(null, null)]) with data.params.backup.size_plausible.least_percent as 50
	control.deny == {{"item": "a in main", "expected": ">= 1 byte", "actual": 0}} with input as _host([_copy(0, null)]) with data.params.backup.size_plausible.least_percent as 50
	control.deny == {{"item": "copies", "expected": ">= 1", "actual": 0}} with input as _host([]) with data.params.backup.size_plausible.least_percent as 50
}

test_pass_alike_or_first if {
	control.deny == set() with input as _host([_copy(50, 100), _copy(7, null)]) with data.params.backup.size_plausible.least_percent as 50
}

test_not_applicable_where_the_catalogue_says_so if {
	said := control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": {"en": "It is empty.", "zh": "空"}}}}
	contains(said.en, "It is empty.")
	not control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": null}}}
}

_copy(bytes, usual) := {"dataset": "a", "repository": "main", "bytes": bytes, "usual_bytes": usual}

_host(copies) := {"backup": {"copies": copies}}
