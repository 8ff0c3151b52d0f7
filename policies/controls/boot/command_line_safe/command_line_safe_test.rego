package controls.boot.command_line_safe_test

import data.controls.boot.command_line_safe as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host({"weakened_by": ["mitigations=off"]})
	denials == {{"item": "mitigations=off", "expected": "absent", "actual": "on the command line"}}
}

test_pass if {
	denials := control.deny with input as _host({"weakened_by": []})
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
