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
	every connected in [false, null] {
		denials := control.deny with input as _host("tcp", connected)
		denials == {{"item": "connection to ops-1:6514", "expected": true, "actual": connected}}
	}
}

test_pass_connected if {
	every forward in [["tcp", true], ["udp", null]] {
		denials := control.deny with input as _host(forward[0], forward[1])
		denials == set()
	}
}

_host(protocol, connected) := {"logging": {"rsyslog": {
	"active": true,
	"enabled": true,
	"forwards": [{"target": "ops-1", "port": 6514, "protocol": protocol, "connected": connected}],
}}}
