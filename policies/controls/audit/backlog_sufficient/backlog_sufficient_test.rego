package controls.audit.backlog_sufficient_test

import data.controls.audit.backlog_sufficient as control

test_pass_at_the_bound if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"backlog_limit": 8192, "rate_limit": 0}, "merged": {"backlog_limit": 8192, "rate_limit": null}}} with data.params.audit.backlog_sufficient as {"backlog_limit": 8192}
	denials == set()
}

test_fail_one_below if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"backlog_limit": 8191, "rate_limit": 0}, "merged": {"backlog_limit": 64, "rate_limit": 0}}} with data.params.audit.backlog_sufficient as {"backlog_limit": 8192}
	denials == {{"item": "kernel backlog_limit", "expected": ">= 8192", "actual": 8191}, {"item": "merged backlog_limit", "expected": ">= 8192", "actual": 64}}
}

test_fail_limited_rate if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": {"backlog_limit": 8192, "rate_limit": 100}, "merged": {"backlog_limit": 9000, "rate_limit": 1}}} with data.params.audit.backlog_sufficient as {"backlog_limit": 8192}
	denials == {{"item": "kernel rate_limit", "expected": 0, "actual": 100}, {"item": "merged rate_limit", "expected": 0, "actual": 1}}
}

test_fail_no_answer if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"kernel": null, "merged": {"backlog_limit": null, "rate_limit": null}}} with data.params.audit.backlog_sufficient as {"backlog_limit": 8192}
	denials == {{"item": "kernel backlog_limit", "expected": ">= 8192", "actual": null}, {"item": "kernel rate_limit", "expected": 0, "actual": null}, {"item": "merged backlog_limit", "expected": ">= 8192", "actual": null}}
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as {"os": {"platform": "container"}, "audit": {"kernel": null}}
	not control.not_applicable with input as {"os": {"platform": "vm"}, "audit": {"kernel": null}}
}
