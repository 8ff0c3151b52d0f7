package controls.monitoring.silences_bounded_test

import data.controls.monitoring.silences_bounded as control

test_fail_too_long_or_not_known if {
	every hours in [73, -1, null] {
		denials := control.deny with input as _silence(hours, true) with data.params.monitoring.silences_bounded.max_hours as 72
		denials == {{"item": "instance=a", "expected": "<= 72 h left", "actual": hours}}
	}
}

test_fail_not_explained if {
	denials := control.deny with input as _silence(1, false) with data.params.monitoring.silences_bounded.max_hours as 72
	denials == {{"item": "instance=a", "expected": "author and reason", "actual": null}}
}

test_fail_not_known if {
	server := {"monitoring": {"central": {"silences": [], "watchdog": {"arrived": false}}}}
	denials := control.deny with input as server with data.params.monitoring.silences_bounded.max_hours as 72
	denials == {{"item": "Watchdog arrived", "expected": true, "actual": false}}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _silence(72, true) with data.params.monitoring.silences_bounded.max_hours as 72
	denials == set()
}

test_fail_no_server_was_named if {
	unnamed := {"item": "server", "expected": "a host of the inventory", "actual": null}
	unnamed in control.deny with input as {"monitoring": {"central": null, "server": null, "services": []}} with data.params.monitoring.silences_bounded.max_hours as 72
	not control.not_applicable with input as {"monitoring": {"central": null, "server": null}}
}

test_not_applicable_elsewhere if {
	control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": false}}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": true}}}
}

_silence(hours, explained) := {"monitoring": {"central": {
	"watchdog": {"arrived": true},
	"silences": [{"matchers": ["instance=a"], "hours_left": hours, "explained": explained}],
}}}
