package controls.logging.records_old_enough_test

import data.controls.logging.records_old_enough as control

test_fail_deleted_early if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [{"host": "hub-1", "since": "2026-05-02", "first": "2026-05-29", "last": "2026-11-24", "gaps": [], "open": false}], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.logging.records_old_enough as {"retention_days": 180}
	denials == {{"item": "oldest record of hub-1", "expected": "<= 2026-05-28", "actual": "2026-05-29"}}
}

test_fail_none if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [{"host": "hub-1", "since": "2026-05-02", "first": null, "last": "2026-11-24", "gaps": [], "open": false}], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.logging.records_old_enough as {"retention_days": 180}
	denials == {{"item": "oldest record of hub-1", "expected": "<= 2026-05-28", "actual": null}}
}

test_fail_young_host_without_its_first_days if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [{"host": "hub-1", "since": "2026-11-01", "first": "2026-11-02", "last": "2026-11-24", "gaps": [], "open": false}], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.logging.records_old_enough as {"retention_days": 180}
	denials == {{"item": "oldest record of hub-1", "expected": "<= 2026-11-01", "actual": "2026-11-02"}}
}

test_fail_age_unknown if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [{"host": "hub-1", "since": null, "first": "2026-11-02", "last": "2026-11-24", "gaps": [], "open": false}], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.logging.records_old_enough as {"retention_days": 180}
	denials == {{"item": "oldest record of hub-1", "expected": "<= 2026-05-28", "actual": "2026-11-02"}}
}

test_fail_no_senders if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.logging.records_old_enough as {"retention_days": 180}
	denials == {{"item": "senders", "expected": ">= 1", "actual": 0}}
}

test_pass_on_the_bound if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [{"host": "hub-1", "since": "2026-05-02", "first": "2026-05-28", "last": "2026-11-24", "gaps": [], "open": false}], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.logging.records_old_enough as {"retention_days": 180}
	denials == set()
}

test_pass_young_host if {
	denials := control.deny with input as {"log_store": {"receives": true, "senders": [{"host": "hub-1", "since": "2026-11-01", "first": "2026-11-01", "last": "2026-11-24", "gaps": [], "open": false}], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.logging.records_old_enough as {"retention_days": 180}
	denials == set()
}

test_not_applicable_elsewhere if {
	control.not_applicable.en with input as {"log_store": {"receives": false, "senders": [], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.logging.records_old_enough as {"retention_days": 180}
	control.not_applicable.zh with input as {"log_store": {"receives": false, "senders": [], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.logging.records_old_enough as {"retention_days": 180}
}

test_applicable_with_records_left if {
	not control.not_applicable with input as {"log_store": {"receives": false, "senders": [{"host": "hub-1", "since": "2026-05-02", "first": "2026-05-18", "last": "2026-11-24", "gaps": [], "open": false}, {"host": "ops-1", "since": "2026-11-01", "first": "2026-11-01", "last": "2026-11-24", "gaps": [], "open": false}], "unreadable": []}, "as_of": "2026-11-24T00:00:00Z"} with data.params.logging.records_old_enough as {"retention_days": 180}
}
