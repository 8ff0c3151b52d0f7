package controls.monitoring.indicators_measured_test

import data.controls.monitoring.indicators_measured as control

test_fail_gaps if {
	every share in [89.9, null] {
		denials := control.deny with input as _measured(1, share) with data.params.monitoring.indicators_measured.measured_percent as 90
		denials == {{"item": "hub-1", "expected": ">= 90 % measured", "actual": share}}
	}
}

test_fail_never_asked if {
	every share in [null, 100] {
		denials := control.deny with input as _measured(null, share) with data.params.monitoring.indicators_measured.measured_percent as 90
		denials == {{"item": "hub-1", "expected": ">= 90 % measured", "actual": share}}
	}
}

test_fail_a_probe if {
	probes := {"monitoring": {"central": {"indicators": {"hosts": [{"name": "hub-1", "days": 3, "measured_percent": 100}], "probes": [{"name": "platform", "days": 3, "measured_percent": 12}]}}}}
	denials := control.deny with input as probes with data.params.monitoring.indicators_measured.measured_percent as 90
	denials == {{"item": "platform", "expected": ">= 90 % measured", "actual": 12}}
}

test_fail_nothing_asked if {
	every central in [null, {"indicators": {"hosts": [], "probes": []}}] {
		denials := control.deny with input as {"monitoring": {"central": central}} with data.params.monitoring.indicators_measured.measured_percent as 90
		denials == {{"item": "hosts", "expected": ">= 1", "actual": 0}}
	}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _measured(30, 90) with data.params.monitoring.indicators_measured.measured_percent as 90
	denials == set()
}

test_pass_in_the_first_day if {
	every share in [40, null] {
		denials := control.deny with input as _measured(0.99, share) with data.params.monitoring.indicators_measured.measured_percent as 90
		denials == set()
	}
}

test_fail_no_server_was_named if {
	unnamed := {"item": "server", "expected": "a host of the inventory", "actual": null}
	unnamed in control.deny with input as {"monitoring": {"central": null, "server": null, "services": []}} with data.params.monitoring.indicators_measured.measured_percent as 90
	not control.not_applicable with input as {"monitoring": {"central": null, "server": null}}
}

test_not_applicable_elsewhere if {
	control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": false}}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": true}}}
}

_measured(days, share) := {"monitoring": {"central": {"indicators": {
	"hosts": [{"name": "hub-1", "days": days, "measured_percent": share}],
	"probes": [],
}}}}
