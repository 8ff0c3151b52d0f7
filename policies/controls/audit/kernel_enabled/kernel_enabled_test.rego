package controls.audit.kernel_enabled_test

import data.controls.audit.kernel_enabled as control

test_pass_on if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"state": "on"}, "merged": {"state": "on"}}}
	denials == set()
}

test_pass_locked if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"state": "locked"}, "merged": {"state": "locked"}}}
	denials == set()
}

test_fail_the_kernel if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"state": "off"}, "merged": {"state": "on"}}}
	denials == {{"item": "kernel", "expected": ["on", "locked"], "actual": "off"}}
}

test_fail_at_the_next_start if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"state": "on"}, "merged": {"state": null}}}
	denials == {{"item": "merged", "expected": ["on", "locked"], "actual": null}}
}

test_fail_no_answer if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": null, "merged": {"state": "off"}}}
	denials == {{"item": "kernel", "expected": ["on", "locked"], "actual": null}, {"item": "merged", "expected": ["on", "locked"], "actual": "off"}}
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as {"os": {"platform": "container"}, "audit": {"kernel": {"state": "on"}, "merged": {"state": "on"}}}
	not control.not_applicable with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"state": "on"}, "merged": {"state": "on"}}}
}
