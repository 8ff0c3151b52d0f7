package controls.monitoring.alertmanager_connected_test

import data.controls.monitoring.alertmanager_connected as control

test_fail if {
	denials := control.deny with input as {"monitoring": {"central": {"alertmanagers": []}}}
	denials == {{"item": "alertmanagers", "expected": ">= 1", "actual": 0}}
}

test_pass if {
	denials := control.deny with input as {"monitoring": {"central": {"alertmanagers": ["10.9.0.11:9093"]}}}
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
