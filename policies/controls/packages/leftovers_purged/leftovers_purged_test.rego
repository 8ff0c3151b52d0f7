package controls.packages.leftovers_purged_test

import data.controls.packages.leftovers_purged as control

test_fail_each if {
	denials := control.deny with input as {"footprint": {"left_over": ["cups", "joe"]}}
	denials == {{"item": "cups", "expected": null, "actual": "config-files"}, {"item": "joe", "expected": null, "actual": "config-files"}}
}

test_pass_none if {
	denials := control.deny with input as {"footprint": {"left_over": []}}
	denials == set()
}
