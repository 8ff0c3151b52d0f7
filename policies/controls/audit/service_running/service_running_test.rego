package controls.audit.service_running_test

import data.controls.audit.service_running as control

test_pass if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"service": {"installed": true, "enabled": true, "active": true}, "kernel": {"daemon_connected": true}}}
	denials == set()
}

test_fail_stopped if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"service": {"installed": true, "enabled": true, "active": false}, "kernel": {"daemon_connected": false}}}
	denials == {{"item": "active", "expected": true, "actual": false}, {"item": "daemon_connected", "expected": true, "actual": false}}
}

test_fail_absent if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"service": {"installed": false, "enabled": false, "active": false}, "kernel": null}}
	denials == {{"item": "installed", "expected": true, "actual": false}, {"item": "enabled", "expected": true, "actual": false}, {"item": "active", "expected": true, "actual": false}, {"item": "daemon_connected", "expected": true, "actual": null}}
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as {"os": {"platform": "container"}, "audit": {"service": {"installed": true, "enabled": true, "active": true}, "kernel": {"daemon_connected": true}}}
	not control.not_applicable with input as {"os": {"platform": "vm"}, "audit": {"service": {"installed": true, "enabled": true, "active": true}, "kernel": {"daemon_connected": true}}}
}
