package controls.audit.host_named_test

import data.controls.audit.host_named as control

test_pass if {
	denials := control.deny with input as {"audit": {"settings": {"name_format": "hostname"}}}
	denials == set()
}

test_fail_name_format if {
	denials := control.deny with input as {"audit": {"settings": {"name_format": "ignore"}}}
	denials == {{"item": "name_format", "expected": ["fqd", "hostname", "numeric", "user"], "actual": "ignore"}}
}

test_fail_unset if {
	denials := control.deny with input as {"audit": {"settings": {"name_format": null}}}
	denials == {{"item": "name_format", "expected": ["fqd", "hostname", "numeric", "user"], "actual": null}}
}

test_pass_name_format_user if {
	denials := control.deny with input as {"audit": {"settings": {"name_format": "user"}}}
	denials == set()
}
