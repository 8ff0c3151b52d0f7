package controls.monitoring.exporter_authenticated_test

import data.controls.monitoring.exporter_authenticated as control

test_fail if {
	denials := control.deny with input as _service({"client_certificates": null})
	denials == {{"item": "prometheus-node-exporter.service client_certificates", "expected": "RequireAndVerifyClientCert", "actual": null}}
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
