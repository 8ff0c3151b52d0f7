package controls.audit.failure_handled_test

import data.controls.audit.failure_handled as control

test_pass_printk if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"failure": "printk"}, "merged": {"failure": "printk"}}}
	denials == set()
}

test_pass_panic if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"failure": "panic"}, "merged": {"failure": "panic"}}}
	denials == set()
}

test_fail_the_kernel if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"failure": "silent"}, "merged": {"failure": "printk"}}}
	denials == {{"item": "kernel", "expected": ["printk", "panic"], "actual": "silent"}}
}

test_fail_at_the_next_start if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"failure": "printk"}, "merged": {"failure": null}}}
	denials == {{"item": "merged", "expected": ["printk", "panic"], "actual": null}}
}

test_fail_no_answer if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": null, "merged": {"failure": "silent"}}}
	denials == {{"item": "kernel", "expected": ["printk", "panic"], "actual": null}, {"item": "merged", "expected": ["printk", "panic"], "actual": "silent"}}
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as {"os": {"platform": "container"}, "audit": {"kernel": {"failure": "printk"}, "merged": {"failure": "printk"}}}
	not control.not_applicable with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"failure": "printk"}, "merged": {"failure": "printk"}}}
}
