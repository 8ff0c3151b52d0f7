package controls.monitoring.availability_kept_test

import data.controls.monitoring.availability_kept as control

test_fail_lost_more_than_is_allowed if {
	denials := control.deny with input as _measured(98.9, 30) with data.params.monitoring.availability_kept as _params
	denials == {{"item": "hub-1: hours lost", "expected": "<= 7.2", "actual": 7.92}}
}

test_fail_young_and_lost_for_good if {
	denials := control.deny with input as _measured(50, 0.75) with data.params.monitoring.availability_kept as _params
	denials == {{"item": "hub-1: hours lost", "expected": "<= 7.2", "actual": 9}}
}

test_fail_not_known if {
	every known in [[null, null], [null, 30], [100, null]] {
		denials := control.deny with input as _measured(known[0], known[1]) with data.params.monitoring.availability_kept as _params
		denials == {{"item": "hub-1: hours lost", "expected": "<= 7.2", "actual": null}}
	}
}

test_fail_the_platform_by_its_own_promise if {
	strict := object.union(_params, {"platform_percent": 99.9})
	denials := control.deny with input as _measured(100, 30) with data.params.monitoring.availability_kept as strict
	denials == {{"item": "platform: hours lost", "expected": "<= 0.72", "actual": 7.2}}
}

test_fail_nothing_asked if {
	every central in [null, {"indicators": {"window_days": 30, "hosts": [], "probes": []}}] {
		denials := control.deny with input as {"monitoring": {"central": central}} with data.params.monitoring.availability_kept as _params
		denials == {
			{"item": "hosts", "expected": ">= 1", "actual": 0},
			{"item": "probes of the platform", "expected": ">= 1", "actual": 0},
		}
	}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _measured(99, 30) with data.params.monitoring.availability_kept as _params
	denials == set()
}

test_pass_young_and_not_lost_yet if {
	denials := control.deny with input as _measured(50, 0.6) with data.params.monitoring.availability_kept as _params
	denials == set()
}

test_fail_no_server_was_named if {
	unnamed := {"item": "server", "expected": "a host of the inventory", "actual": null}
	unnamed in control.deny with input as {"monitoring": {"central": null, "server": null, "services": []}} with data.params.monitoring.availability_kept as _params
	not control.not_applicable with input as {"monitoring": {"central": null, "server": null}}
}

test_not_applicable_elsewhere if {
	control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": false}}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": true}}}
}

_params := {"host_percent": 99, "platform_percent": 99}

_measured(available, days) := {"monitoring": {"central": {"indicators": {
	"window_days": 30,
	"hosts": [{"name": "hub-1", "availability_percent": available, "days": days}],
	"probes": [{"name": "platform", "availability_percent": 99, "days": 30}],
}}}}
