package controls.boot.restart_not_overdue_test

import data.controls.boot.restart_not_overdue as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host({"restart": {"required": true, "days": 15}})
		with data.params.boot.restart_not_overdue.restart_days as 14
	denials == {{"item": "days waiting for a restart", "expected": "<= 14", "actual": 15}}
}

test_pass_on_the_last_day if {
	denials := control.deny with input as _host({"restart": {"required": true, "days": 14}})
		with data.params.boot.restart_not_overdue.restart_days as 14
	denials == set()
}

test_pass_none_required if {
	denials := control.deny with input as _host({"restart": {"required": false, "days": null}})
		with data.params.boot.restart_not_overdue.restart_days as 14
	denials == set()
}

_host(machine) := {"os": {"platform": "vm"}, "boot": {"machine": machine}}

test_fail_unknown if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "boot": {"machine": null}}
	denials == {{"item": "kernel and firmware", "expected": "known", "actual": null}}
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}
