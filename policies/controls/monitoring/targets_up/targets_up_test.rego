package controls.monitoring.targets_up_test

import data.controls.monitoring.targets_up as control

test_fail_down if {
	denials := control.deny with input as _target("down", 20) with data.params.monitoring.targets_up.max_seconds as 300
	denials == {{"item": "node on hub-1", "expected": "up", "actual": "down"}}
}

test_fail_not_asked_lately if {
	every seconds in [null, -1, 301] {
		denials := control.deny with input as _target("up", seconds) with data.params.monitoring.targets_up.max_seconds as 300
		denials == {{"item": "node on hub-1", "expected": "<= 300 s", "actual": seconds}}
	}
}

test_fail_none if {
	denials := control.deny with input as {"monitoring": {"central": {"targets": []}}} with data.params.monitoring.targets_up.max_seconds as 300
	denials == {{"item": "targets", "expected": ">= 1", "actual": 0}}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _target("up", 300) with data.params.monitoring.targets_up.max_seconds as 300
	denials == set()
}

test_fail_no_server_was_named if {
	unnamed := {"item": "server", "expected": "a host of the inventory", "actual": null}
	unnamed in control.deny with input as {"monitoring": {"central": null, "server": null, "services": []}} with data.params.monitoring.targets_up.max_seconds as 300
	not control.not_applicable with input as {"monitoring": {"central": null, "server": null}}
}

test_not_applicable_elsewhere if {
	control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": false}}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": true}}}
}

_target(health, seconds) := {"monitoring": {"central": {"targets": [{"job": "node", "instance": "hub-1", "health": health, "seconds": seconds}]}}}
