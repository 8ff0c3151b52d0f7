package controls.monitoring.retention_sufficient_test

import data.controls.monitoring.retention_sufficient as control

test_fail_too_short_or_not_known if {
	every days in [179, null] {
		denials := control.deny with input as _kept(days) with data.params.monitoring.retention_sufficient.retention_days as 180
		denials == {{"item": "retention_days", "expected": ">= 180", "actual": days}}
	}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _kept(180) with data.params.monitoring.retention_sufficient.retention_days as 180
	denials == set()
}

test_fail_no_server_was_named if {
	unnamed := {"item": "server", "expected": "a host of the inventory", "actual": null}
	unnamed in control.deny with input as {"monitoring": {"central": null, "server": null, "services": []}} with data.params.monitoring.retention_sufficient.retention_days as 180
	not control.not_applicable with input as {"monitoring": {"central": null, "server": null}}
}

test_not_applicable_elsewhere if {
	control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": false}}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": true}}}
}

_kept(days) := {"monitoring": {"central": {"retention_days": days}}}
