package controls.monitoring.database_exporter_protected_test

import data.controls.monitoring.database_exporter_protected as control

test_fail if {
	denials := control.deny with input as _service({"tls": false, "addresses": ["::"]})
	denials == {
		{"item": "prometheus-postgres-exporter.service tls", "expected": true, "actual": false},
		{"item": "prometheus-postgres-exporter.service addresses", "expected": "one of the host's own", "actual": "::"},
	}
}

test_fail_not_there if {
	count(control.deny) > 0 with input as {"monitoring": {"services": []}}
}

test_pass if {
	denials := control.deny with input as _service({})
	denials == set()
}

test_not_applicable_without_a_database if {
	control.not_applicable with input as {"database": {"clusters": []}}
	not control.not_applicable with input as {"database": {"clusters": [{"name": "main"}]}}
}

_service(changes) := {"monitoring": {"services": [object.union(
	{
		"name": "prometheus-postgres-exporter.service",
		"enabled": true,
		"active": true,
		"addresses": ["10.9.0.21"],
		"tls": true,
		"client_certificates": "RequireAndVerifyClientCert",
		"rights": {"no_new_privileges": true, "capabilities": 0, "calls_filtered": true, "protect_system": "strict"},
	},
	changes,
)]}}
