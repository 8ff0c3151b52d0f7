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

test_not_applicable_elsewhere if {
	control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": false}}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": true}}}
}
