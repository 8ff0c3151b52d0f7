package controls.monitoring.response_kept_test

import data.controls.monitoring.response_kept as control

test_fail_slow_or_never if {
	every seconds in [2.1, null] {
		denials := control.deny with input as _probed(seconds) with data.params.monitoring.response_kept.max_seconds as 2
		denials == {{"item": "platform", "expected": "<= 2 s", "actual": seconds}}
	}
}

test_fail_not_probed if {
	every central in [null, {"indicators": {"probes": []}}] {
		denials := control.deny with input as {"monitoring": {"central": central}} with data.params.monitoring.response_kept.max_seconds as 2
		denials == {{"item": "probes of the platform", "expected": ">= 1", "actual": 0}}
	}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _probed(2) with data.params.monitoring.response_kept.max_seconds as 2
	denials == set()
}

test_fail_no_server_was_named if {
	unnamed := {"item": "server", "expected": "a host of the inventory", "actual": null}
	unnamed in control.deny with input as {"monitoring": {"central": null, "server": null, "services": []}} with data.params.monitoring.response_kept.max_seconds as 2
	not control.not_applicable with input as {"monitoring": {"central": null, "server": null}}
}

test_not_applicable_elsewhere if {
	control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": false}}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": true}}}
}

_probed(seconds) := {"monitoring": {"central": {"indicators": {"probes": [{"name": "platform", "response_seconds": seconds}]}}}}
