package controls.drills.keeper_named_test

import data.controls.drills.keeper_named as control

test_fail_not_told if {
	denials := control.deny with input as {"drills": {"settings": null, "records": []}}
	denials == {{"item": "keeper of the records", "expected": "named", "actual": null}}
}

test_pass_named if {
	denials := control.deny with input as {"drills": {"settings": {"keeper": "ops-1", "here": false}, "records": []}}
	denials == set()
}
