package controls.logging.forwarder_running_test

import data.controls.logging.forwarder_running as control

test_fail_not_installed if {
	denials := control.deny with input as {"logging": {"rsyslog": {"active": false, "enabled": false, "forwards": []}}}
	denials == {
		{"item": "rsyslog.service active", "expected": true, "actual": false},
		{"item": "rsyslog.service enabled", "expected": true, "actual": false},
	}
}

test_fail_not_connected if {
	denials := control.deny with input as _host(false)
	denials == {{"item": "connection to ops-1:6514", "expected": true, "actual": false}}
}

test_pass_connected if {
	denials := control.deny with input as _host(true)
	denials == set()
}

_host(connected) := {"logging": {"rsyslog": {
	"active": true,
	"enabled": true,
	"forwards": [{"target": "ops-1", "port": 6514, "connected": connected}],
}}}
