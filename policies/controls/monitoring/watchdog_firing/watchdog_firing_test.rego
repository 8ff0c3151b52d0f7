package controls.monitoring.watchdog_firing_test

import data.controls.monitoring.watchdog_firing as control

test_fail_does_not_fire if {
	denials := control.deny with input as _watchdog(false, true)
	denials == {{"item": "Watchdog fires", "expected": true, "actual": false}}
}

test_fail_does_not_arrive if {
	denials := control.deny with input as _watchdog(true, false)
	denials == {{"item": "Watchdog arrived", "expected": true, "actual": false}}
}

test_pass if {
	denials := control.deny with input as _watchdog(true, true)
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

_watchdog(fires, arrived) := {"monitoring": {"central": {"watchdog": {"fires": fires, "arrived": arrived}}}}
