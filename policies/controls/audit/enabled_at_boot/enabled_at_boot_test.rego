package controls.audit.enabled_at_boot_test

import data.controls.audit.enabled_at_boot as control

test_pass_at_the_bound if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"boot": {"audit": "1", "backlog_limit": 8192}}} with data.params.audit.enabled_at_boot as {"backlog_limit": 8192}
	denials == set()
}

test_fail_one_below if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"boot": {"audit": "1", "backlog_limit": 8191}}} with data.params.audit.enabled_at_boot as {"backlog_limit": 8192}
	denials == {{"item": "audit_backlog_limit", "expected": ">= 8192", "actual": 8191}}
}

test_fail_off if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"boot": {"audit": "0", "backlog_limit": 8192}}} with data.params.audit.enabled_at_boot as {"backlog_limit": 8192}
	denials == {{"item": "audit", "expected": "1", "actual": "0"}}
}

test_fail_not_told if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"boot": {"audit": null, "backlog_limit": null}}} with data.params.audit.enabled_at_boot as {"backlog_limit": 8192}
	denials == {{"item": "audit", "expected": "1", "actual": null}, {"item": "audit_backlog_limit", "expected": ">= 8192", "actual": null}}
}

test_fail_no_answer if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"boot": null}} with data.params.audit.enabled_at_boot as {"backlog_limit": 8192}
	denials == {{"item": "audit", "expected": "1", "actual": null}, {"item": "audit_backlog_limit", "expected": ">= 8192", "actual": null}}
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as {"os": {"platform": "container"}, "audit": {"boot": null}}
	not control.not_applicable with input as {"os": {"platform": "vm"}, "audit": {"boot": null}}
}
