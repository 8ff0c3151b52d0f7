package controls.mounts.tmp_restricted_test

import data.controls.mounts.tmp_restricted as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host(["nodev", "nosuid"], ["nodev", "noexec", "nosuid"])
	denials == {{"item": "/tmp", "expected": ["nodev", "noexec", "nosuid"], "actual": ["nodev", "nosuid"]}}
}

test_fail_at_the_next_start if {
	denials := control.deny with input as _host(["nodev", "noexec", "nosuid"], [])
	denials == {{"item": "/tmp at the next start", "expected": ["nodev", "noexec", "nosuid"], "actual": []}}
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
		"mounts": [{"path": "/tmp", "restrictions": now}],
		"declared": [{"path": "/tmp", "restrictions": next}],
	},
}
