package controls.logging.journal_bounded_test

import data.controls.logging.journal_bounded as control

test_fail_not_compressed if {
	denials := control.deny with input as {"log_settings": {"journal": {"compress": false, "max_use_mib": 1024, "rate_seconds": 30, "rate_burst": 10000}}} with data.params.logging.journal_bounded as {"journal_mib": 1024}
	denials == {{"item": "journald Compress", "expected": true, "actual": false}}
}

test_fail_no_room_of_its_own if {
	denials := control.deny with input as {"log_settings": {"journal": {"compress": true, "max_use_mib": null, "rate_seconds": 30, "rate_burst": 10000}}} with data.params.logging.journal_bounded as {"journal_mib": 1024}
	denials == {{"item": "journald SystemMaxUse", "expected": ">= 1024 MiB", "actual": null}}
}

test_fail_too_small if {
	denials := control.deny with input as {"log_settings": {"journal": {"compress": true, "max_use_mib": 1023, "rate_seconds": 30, "rate_burst": 10000}}} with data.params.logging.journal_bounded as {"journal_mib": 1024}
	denials == {{"item": "journald SystemMaxUse", "expected": ">= 1024 MiB", "actual": 1023}}
}

test_pass_on_the_bound if {
	denials := control.deny with input as {"log_settings": {"journal": {"compress": true, "max_use_mib": 1024, "rate_seconds": 30, "rate_burst": 10000}}} with data.params.logging.journal_bounded as {"journal_mib": 1024}
	denials == set()
}
