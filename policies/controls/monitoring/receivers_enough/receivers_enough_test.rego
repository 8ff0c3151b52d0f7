package controls.monitoring.receivers_enough_test

import data.controls.monitoring.receivers_enough as control

test_fail_one if {
	denials := control.deny with input as _receivers(["a"]) with data.params.monitoring.receivers_enough.min_receivers as 2
	denials == {{"item": "receivers", "expected": ">= 2", "actual": 1}}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _receivers(["a", "b"]) with data.params.monitoring.receivers_enough.min_receivers as 2
	denials == set()
}

test_fail_no_server_was_named if {
	unnamed := {"item": "server", "expected": "a host of the inventory", "actual": null}
	unnamed in control.deny with input as {"monitoring": {"central": null, "server": null, "services": []}} with data.params.monitoring.receivers_enough.min_receivers as 2
	not control.not_applicable with input as {"monitoring": {"central": null, "server": null}}
}

test_not_applicable_elsewhere if {
	control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": false}}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": true}}}
}

_receivers(names) := {"monitoring": {"central": {"receivers": names}}}
