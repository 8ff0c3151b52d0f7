package controls.audit.records_written_test

import data.controls.audit.records_written as control

test_pass if {
	denials := control.deny with input as {"audit": {"settings": {"local_events": "yes", "write_logs": "yes", "flush": "incremental"}}}
	denials == set()
}

test_fail_local_events if {
	denials := control.deny with input as {"audit": {"settings": {"local_events": "ignore", "write_logs": "yes", "flush": "incremental"}}}
	denials == {{"item": "local_events", "expected": ["yes"], "actual": "ignore"}}
}

test_fail_write_logs if {
	denials := control.deny with input as {"audit": {"settings": {"local_events": "yes", "write_logs": "ignore", "flush": "incremental"}}}
	denials == {{"item": "write_logs", "expected": ["yes"], "actual": "ignore"}}
}

test_fail_flush if {
	denials := control.deny with input as {"audit": {"settings": {"local_events": "yes", "write_logs": "yes", "flush": "ignore"}}}
	denials == {{"item": "flush", "expected": ["data", "incremental", "incremental_async", "sync"], "actual": "ignore"}}
}

test_fail_unset if {
	denials := control.deny with input as {"audit": {"settings": {"local_events": null, "write_logs": null, "flush": null}}}
	denials == {{"item": "local_events", "expected": ["yes"], "actual": null}, {"item": "write_logs", "expected": ["yes"], "actual": null}, {"item": "flush", "expected": ["data", "incremental", "incremental_async", "sync"], "actual": null}}
}

test_pass_flush_sync if {
	denials := control.deny with input as {"audit": {"settings": {"local_events": "yes", "write_logs": "yes", "flush": "sync"}}}
	denials == set()
}
