package controls.audit.records_retained_test

import data.controls.audit.records_retained as control

test_pass_on_the_last_day if {
	denials := control.deny with input as {"audit": {"settings": {"num_logs": 16, "max_log_file_action": "rotate"}, "logs": {"files": 16, "oldest_record_days": 180}}} with data.params.audit.records_retained as {"retention_days": 180}
	denials == set()
}

test_pass_nothing_deleted_yet if {
	denials := control.deny with input as {"audit": {"settings": {"num_logs": 16, "max_log_file_action": "rotate"}, "logs": {"files": 15, "oldest_record_days": 3}}} with data.params.audit.records_retained as {"retention_days": 180}
	denials == set()
}

test_pass_never_deleted if {
	denials := control.deny with input as {"audit": {"settings": {"num_logs": 16, "max_log_file_action": "keep_logs"}, "logs": {"files": 40, "oldest_record_days": 3}}} with data.params.audit.records_retained as {"retention_days": 180}
	denials == set()
}

test_fail_a_day_short if {
	denials := control.deny with input as {"audit": {"settings": {"num_logs": 16, "max_log_file_action": "rotate"}, "logs": {"files": 16, "oldest_record_days": 179}}} with data.params.audit.records_retained as {"retention_days": 180}
	denials == {{"item": "oldest record days", "expected": ">= 180", "actual": 179}}
}

test_fail_unknown if {
	denials := control.deny with input as {"audit": {"settings": {"num_logs": null, "max_log_file_action": null}, "logs": {"files": 1, "oldest_record_days": null}}} with data.params.audit.records_retained as {"retention_days": 180}
	denials == {{"item": "oldest record days", "expected": ">= 180", "actual": null}}
}
