package controls.kernel.unused_filesystems_blocked_test

import data.controls.kernel.unused_filesystems_blocked as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host([_module(false)]) with data.params.kernel.unused_filesystems_blocked.blocked_filesystems as ["cramfs"]
	denials == {{"item": "cramfs", "expected": "blocked", "actual": "not blacklisted"}}
}

test_pass if {
	denials := control.deny with input as _host([_module(true)]) with data.params.kernel.unused_filesystems_blocked.blocked_filesystems as ["cramfs"]
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_module(blacklisted) := {
	"name": "cramfs", "install": "/bin/false", "blacklisted": blacklisted,
	"refused_by_kernel": false, "loaded": false, "builtin": false,
}

_host(listed) := {"os": {"platform": "vm"}, "modules": {"modules": listed}}
