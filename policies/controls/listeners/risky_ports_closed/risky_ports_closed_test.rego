package controls.listeners.risky_ports_closed_test

import data.controls.listeners.risky_ports_closed as control

test_fail_on_a_reachable_address if {
	denials := control.deny with input as _host("0.0.0.0", 6379, false) with data.params.listeners.risky_ports_closed.ports as [6379]
	denials == {{"item": "tcp 0.0.0.0 6379", "expected": null, "actual": "redis-server"}}
}

test_fail_program_unknown if {
	listener := {"protocol": "udp", "address": "::", "port": 69, "loopback": false, "program": null}
	denials := control.deny with input as {"listeners": {"listeners": [listener]}} with data.params.listeners.risky_ports_closed.ports as [69]
	denials == {{"item": "udp :: 69", "expected": null, "actual": "open"}}
}

test_pass_on_loopback if {
	denials := control.deny with input as _host("127.0.0.1", 6379, true) with data.params.listeners.risky_ports_closed.ports as [6379]
	denials == set()
}

test_pass_other_port if {
	denials := control.deny with input as _host("0.0.0.0", 22, false) with data.params.listeners.risky_ports_closed.ports as [6379]
	denials == set()
}

_host(address, port, loopback) := {"listeners": {"listeners": [{
	"protocol": "tcp",
	"address": address,
	"port": port,
	"loopback": loopback,
	"program": "redis-server",
}]}}
