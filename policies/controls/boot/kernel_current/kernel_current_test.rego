package controls.boot.kernel_current_test

import data.controls.boot.kernel_current as control
import data.lib.host

test_fail_older if {
	denials := control.deny with input as _host({"kernel": {
		"running": "6.1.0-9-amd64", "newest": "6.1.0-56-amd64",
		"build": "6.1.27-1", "installed_build": "6.1.27-1",
	}})
	denials == {{"item": "kernel", "expected": "6.1.0-56-amd64", "actual": "6.1.0-9-amd64"}}
}

test_fail_package_was_updated if {
	denials := control.deny with input as _host({"kernel": {
		"running": "6.1.0-56-amd64", "newest": "6.1.0-56-amd64",
		"build": "6.1.192-1", "installed_build": "6.1.192-2",
	}})
	denials == {{"item": "kernel package", "expected": "6.1.192-2", "actual": "6.1.192-1"}}
}

test_pass if {
	denials := control.deny with input as _host({"kernel": {
		"running": "6.1.0-56-amd64", "newest": "6.1.0-56-amd64",
		"build": "6.1.192-2", "installed_build": "6.1.192-2",
	}})
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
