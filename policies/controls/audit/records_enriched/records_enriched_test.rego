package controls.audit.records_enriched_test

import data.controls.audit.records_enriched as control

test_pass if {
	denials := control.deny with input as {"audit": {"settings": {"log_format": "enriched"}}}
	denials == set()
}

test_fail_log_format if {
	denials := control.deny with input as {"audit": {"settings": {"log_format": "ignore"}}}
	denials == {{"item": "log_format", "expected": ["enriched"], "actual": "ignore"}}
}

test_fail_unset if {
	denials := control.deny with input as {"audit": {"settings": {"log_format": null}}}
	denials == {{"item": "log_format", "expected": ["enriched"], "actual": null}}
}
