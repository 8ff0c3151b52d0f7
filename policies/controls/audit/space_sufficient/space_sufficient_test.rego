package controls.audit.space_sufficient_test

import data.controls.audit.space_sufficient as control

test_pass_at_the_bounds if {
	denials := control.deny with input as {"audit": {"settings": {"max_log_file": 32, "num_logs": 16, "max_log_file_action": "rotate"}, "logs": {"file_system_mib": 512}}} with data.params.audit.space_sufficient as {"max_log_file": 32, "num_logs": 16}
	denials == set()
}

test_pass_kept if {
	denials := control.deny with input as {"audit": {"settings": {"max_log_file": 50, "num_logs": 20, "max_log_file_action": "keep_logs"}, "logs": {"file_system_mib": 5000}}} with data.params.audit.space_sufficient as {"max_log_file": 32, "num_logs": 16}
	denials == set()
}

test_fail_one_below if {
	denials := control.deny with input as {"audit": {"settings": {"max_log_file": 31, "num_logs": 15, "max_log_file_action": "rotate"}, "logs": {"file_system_mib": 5000}}} with data.params.audit.space_sufficient as {"max_log_file": 32, "num_logs": 16}
	denials == {{"item": "max_log_file", "expected": ">= 32", "actual": 31}, {"item": "num_logs", "expected": ">= 16", "actual": 15}}
}

test_fail_too_much if {
	denials := control.deny with input as {"audit": {"settings": {"max_log_file": 32, "num_logs": 16, "max_log_file_action": "rotate"}, "logs": {"file_system_mib": 511}}} with data.params.audit.space_sufficient as {"max_log_file": 32, "num_logs": 16}
	denials == {{"item": "MiB in all", "expected": "<= 511", "actual": 512}}
}

test_fail_size_unknown if {
	denials := control.deny with input as {"audit": {"settings": {"max_log_file": 32, "num_logs": 16, "max_log_file_action": "rotate"}, "logs": {"file_system_mib": null}}} with data.params.audit.space_sufficient as {"max_log_file": 32, "num_logs": 16}
	denials == {{"item": "MiB in all", "expected": "<= null", "actual": 512}}
}

test_fail_unset if {
	denials := control.deny with input as {"audit": {"settings": {"max_log_file": null, "num_logs": null, "max_log_file_action": null}, "logs": {"file_system_mib": 500}}} with data.params.audit.space_sufficient as {"max_log_file": 32, "num_logs": 16}
	denials == {{"item": "max_log_file", "expected": ">= 32", "actual": null}, {"item": "num_logs", "expected": ">= 16", "actual": null}, {"item": "max_log_file_action", "expected": ["keep_logs", "rotate"], "actual": null}}
}
