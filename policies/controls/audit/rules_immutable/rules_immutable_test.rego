package controls.audit.rules_immutable_test

import data.controls.audit.rules_immutable as control

test_pass_locked if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"state": "locked"}, "merged": {"state": "locked"}}}
	denials == set()
}

test_fail_the_kernel if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"state": "on"}, "merged": {"state": "locked"}}}
	denials == {{"item": "kernel", "expected": "locked", "actual": "on"}}
}

test_fail_at_the_next_start if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"state": "locked"}, "merged": {"state": null}}}
	denials == {{"item": "merged", "expected": "locked", "actual": null}}
}

test_fail_no_answer if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": null, "merged": {"state": "on"}}}
	denials == {{"item": "kernel", "expected": "locked", "actual": null}, {"item": "merged", "expected": "locked", "actual": "on"}}
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as {"os": {"platform": "container"}, "audit": {"kernel": {"state": "locked"}, "merged": {"state": "locked"}}}
	not control.not_applicable with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"state": "locked"}, "merged": {"state": "locked"}}}
}
