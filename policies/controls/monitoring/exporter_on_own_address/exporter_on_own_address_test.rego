package controls.monitoring.exporter_on_own_address_test

import data.controls.monitoring.exporter_on_own_address as control

test_fail if {
	denials := control.deny with input as _service({"addresses": ["::"]})
	denials == {{"item": "prometheus-node-exporter.service addresses", "expected": "one of the host's own", "actual": "::"}}
}

test_fail_not_there if {
	count(control.deny) > 0 with input as {"monitoring": {"services": []}}
}

test_pass if {
	denials := control.deny with input as _service({})
	denials == set()
}

_service(changes) := {"monitoring": {"services": [object.union(
	{
		"name": "prometheus-node-exporter.service",
		"enabled": true,
		"active": true,
		"addresses": ["10.9.0.1"],
		"tls": true,
		"client_certificates": "RequireAndVerifyClientCert",
		"rights": {"no_new_privileges": true, "capabilities": 0, "calls_filtered": true, "protect_system": "strict"},
	},
	changes,
)]}}
