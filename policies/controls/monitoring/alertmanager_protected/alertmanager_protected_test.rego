package controls.monitoring.alertmanager_protected_test

import data.controls.monitoring.alertmanager_protected as control

test_fail if {
	denials := control.deny with input as _service({"tls": false, "addresses": ["::"]})
	denials == {
		{"item": "prometheus-alertmanager.service tls", "expected": true, "actual": false},
		{"item": "prometheus-alertmanager.service addresses", "expected": "one of the host's own", "actual": "::"},
	}
}

test_fail_not_there if {
	count(control.deny) > 0 with input as {"monitoring": {"services": []}}
}

test_pass if {
	denials := control.deny with input as _service({})
	denials == set()
}

test_fail_no_server_was_named if {
	unnamed := {"item": "server", "expected": "a host of the inventory", "actual": null}
	unnamed in control.deny with input as {"monitoring": {"central": null, "server": null, "services": []}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": null}}
}

test_not_applicable_elsewhere if {
	control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": false}}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": true}}}
}

_service(changes) := {"monitoring": {"services": [object.union(
	{
		"name": "prometheus-alertmanager.service",
		"enabled": true,
		"active": true,
		"addresses": ["10.9.0.1"],
		"tls": true,
		"client_certificates": "RequireAndVerifyClientCert",
		"rights": {"no_new_privileges": true, "capabilities": 0, "calls_filtered": true, "protect_system": "strict"},
	},
	changes,
)]}}
