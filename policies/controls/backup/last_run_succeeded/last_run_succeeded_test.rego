package controls.backup.last_run_succeeded_test

import data.controls.backup.last_run_succeeded as control

test_fail_failed_or_never if {
	control.deny == {{"item": "a in main", "expected": "succeeded", "actual": "failed"}} with input as {"backup": {"copies": [{"dataset": "a", "repository": "main", "succeeded": false}]}}
	control.deny == {{"item": "copies", "expected": ">= 1", "actual": 0}} with input as {"backup": {"copies": []}}
}

test_pass_succeeded if {
	control.deny == set() with input as {"backup": {"copies": [{"dataset": "a", "repository": "main", "succeeded": true}]}}
}

test_not_applicable_where_the_catalogue_says_so if {
	said := control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": {"en": "It is empty.", "zh": "空"}}}}
	contains(said.en, "It is empty.")
	not control.not_applicable with input as {"backup": {"catalogue": {"sets": [], "none": null}}}
}
