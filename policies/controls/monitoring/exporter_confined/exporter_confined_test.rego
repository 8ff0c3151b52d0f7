package controls.monitoring.exporter_confined_test

import data.controls.monitoring.exporter_confined as control

test_fail if {
	denials := control.deny with input as _service({"rights": {"capabilities": 8192}})
	denials == {{"item": "prometheus-node-exporter.service capabilities", "expected": 0, "actual": 8192}}
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
