package controls.logging.no_gaps_test

import data.controls.logging.no_gaps as control

test_fail_a_day if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [{"host": "hub-1", "since": "2026-05-02", "first": "2026-05-18", "last": "2026-11-24", "gaps": [{"from": "2026-06-01", "days": 1}], "open": false}], "unreadable": []}} with data.params.logging.no_gaps as {"gap_days": 1}
	denials == {{"item": "hub-1 from 2026-06-01", "expected": "< 1 days", "actual": 1}}
}

test_fail_none_at_all if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [{"host": "hub-1", "since": "2026-05-02", "first": null, "last": "2026-11-24", "gaps": [], "open": false}], "unreadable": []}} with data.params.logging.no_gaps as {"gap_days": 1}
	denials == {{"item": "records of hub-1", "expected": ">= 1", "actual": 0}}
}

test_fail_no_senders if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [], "unreadable": []}} with data.params.logging.no_gaps as {"gap_days": 1}
	denials == {{"item": "senders", "expected": ">= 1", "actual": 0}}
}

test_pass_every_day if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [{"host": "hub-1", "since": "2026-05-02", "first": "2026-05-18", "last": "2026-11-24", "gaps": [], "open": false}, {"host": "ops-1", "since": "2026-11-01", "first": "2026-11-01", "last": "2026-11-24", "gaps": [], "open": false}], "unreadable": []}} with data.params.logging.no_gaps as {"gap_days": 1}
	denials == set()
}

test_not_applicable_elsewhere if {
	control.not_applicable.en with input as {"log_store": {"receives": false, "senders": [], "unreadable": []}} with data.params.logging.no_gaps as {"gap_days": 1}
	control.not_applicable.zh with input as {"log_store": {"receives": false, "senders": [], "unreadable": []}} with data.params.logging.no_gaps as {"gap_days": 1}
}

test_applicable_with_records_left if {
	not control.not_applicable with input as {"log_store": {"receives": false, "senders": [{"host": "hub-1", "since": "2026-05-02", "first": "2026-05-18", "last": "2026-11-24", "gaps": [], "open": false}, {"host": "ops-1", "since": "2026-11-01", "first": "2026-11-01", "last": "2026-11-24", "gaps": [], "open": false}], "unreadable": []}} with data.params.logging.no_gaps as {"gap_days": 1}
}
