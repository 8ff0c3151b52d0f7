package controls.monitoring.notifications_delivered_test

import data.controls.monitoring.notifications_delivered as control

test_fail_some if {
	every count in [2, -1] {
		denials := control.deny with input as _failed(count)
		denials == {{"item": "failed_notifications", "expected": 0, "actual": count}}
	}
}

test_fail_not_known if {
	denials := control.deny with input as _failed(null)
	denials == {{"item": "failed_notifications", "expected": 0, "actual": null}}
}

test_pass if {
	denials := control.deny with input as _failed(0)
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

_failed(count) := {"monitoring": {"central": {"failed_notifications": count}}}
