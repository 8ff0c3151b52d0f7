package controls.monitoring.notifications_delivered_test

import data.controls.monitoring.notifications_delivered as control

test_fail_some if {
	denials := control.deny with input as _failed(2)
	denials == {{"item": "failed_notifications", "expected": 0, "actual": 2}}
}

test_fail_not_known if {
	denials := control.deny with input as _failed(null)
	denials == {{"item": "failed_notifications", "expected": 0, "actual": null}}
}

test_pass if {
	denials := control.deny with input as _failed(0)
	denials == set()
}

test_not_applicable_elsewhere if {
	control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": false}}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": true}}}
}

_failed(count) := {"monitoring": {"central": {"failed_notifications": count}}}
