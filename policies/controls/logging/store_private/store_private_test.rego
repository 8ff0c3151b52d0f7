package controls.logging.store_private_test

import data.controls.logging.store_private as control

test_fail_open if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [{"host": "hub-1", "since": "2026-05-02", "first": "2026-05-18", "last": "2026-11-24", "gaps": [], "open": false}, {"host": "ops-1", "since": "2026-11-01", "first": "2026-11-01", "last": "2026-11-24", "gaps": [], "open": true}], "unreadable": []}}
	denials == {{"item": "records of ops-1", "expected": "closed to others", "actual": "open"}}
}

test_fail_no_senders if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [], "unreadable": []}}
	denials == {{"item": "senders", "expected": ">= 1", "actual": 0}}
}

test_pass_closed if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [{"host": "hub-1", "since": "2026-05-02", "first": "2026-05-18", "last": "2026-11-24", "gaps": [], "open": false}, {"host": "ops-1", "since": "2026-11-01", "first": "2026-11-01", "last": "2026-11-24", "gaps": [], "open": false}], "unreadable": []}}
	denials == set()
}

test_not_applicable_elsewhere if {
	control.not_applicable.en with input as {"log_store": {"receives": false, "senders": [], "unreadable": []}}
	control.not_applicable.zh with input as {"log_store": {"receives": false, "senders": [], "unreadable": []}}
}

test_applicable_with_records_left if {
	not control.not_applicable with input as {"log_store": {"receives": false, "senders": [{"host": "hub-1", "since": "2026-05-02", "first": "2026-05-18", "last": "2026-11-24", "gaps": [], "open": false}, {"host": "ops-1", "since": "2026-11-01", "first": "2026-11-01", "last": "2026-11-24", "gaps": [], "open": false}], "unreadable": []}}
}
