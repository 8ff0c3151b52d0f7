package controls.audit.no_records_lost_test

import data.controls.audit.no_records_lost as control

test_pass if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"lost": 0}}}
	denials == set()
}

test_fail_one if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"lost": 1}}}
	denials == {{"item": "lost", "expected": 0, "actual": 1}}
}

test_fail_no_answer if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": null}}
	denials == {{"item": "lost", "expected": 0, "actual": null}}
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as {"os": {"platform": "container"}, "audit": {"kernel": null}}
	not control.not_applicable with input as {"os": {"platform": "vm"}, "audit": {"kernel": null}}
}
