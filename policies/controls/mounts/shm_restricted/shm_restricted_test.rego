package controls.mounts.shm_restricted_test

import data.controls.mounts.shm_restricted as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host(["nodev", "nosuid"], ["nodev", "noexec", "nosuid"])
	denials == {{"item": "/dev/shm", "expected": ["nodev", "noexec", "nosuid"], "actual": ["nodev", "nosuid"]}}
}

test_fail_at_the_next_start if {
	denials := control.deny with input as _host(["nodev", "noexec", "nosuid"], [])
	denials == {{"item": "/dev/shm at the next start", "expected": ["nodev", "noexec", "nosuid"], "actual": []}}
}

test_pass if {
	denials := control.deny with input as _host(["nodev", "noexec", "nosuid"], ["nodev", "noexec", "nosuid"])
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_host(now, next) := {
	"os": {"platform": "vm"},
	"mounts": {
		"mounts": [{"path": "/dev/shm", "restrictions": now}],
		"declared": [{"path": "/dev/shm", "restrictions": next}],
	},
}
