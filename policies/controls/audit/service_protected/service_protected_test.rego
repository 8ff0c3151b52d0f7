package controls.audit.service_protected_test

import data.controls.audit.service_protected as control

test_pass if {
	denials := control.deny with input as {"audit": {"service": {"installed": true, "refuses_stop": true}}}
	denials == set()
}

test_fail_may_be_stopped if {
	denials := control.deny with input as {"audit": {"service": {"installed": true, "refuses_stop": false}}}
	denials == {{"item": "refuses_stop", "expected": true, "actual": false}}
}

test_fail_absent if {
	denials := control.deny with input as {"audit": {"service": {"installed": false, "refuses_stop": true}}}
	denials == {{"item": "installed", "expected": true, "actual": false}}
}
