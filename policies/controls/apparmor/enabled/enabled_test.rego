package controls.apparmor.enabled_test

import data.controls.apparmor.enabled as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host(false, null, [])
	denials == {
		{"item": "AppArmor in the kernel", "expected": true, "actual": false},
		{"item": "profiles loaded at start", "expected": true, "actual": null},
		{"item": "profiles", "expected": ">= 1", "actual": 0},
	}
}

test_pass if {
	denials := control.deny with input as _host(true, true, [{"name": "man_groff", "mode": "enforce"}])
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_host(enabled, at_start, profiles) := {
	"os": {"platform": "vm"},
	"apparmor": {"enabled": enabled, "at_start": at_start, "profiles": profiles},
}
