package controls.mounts.home_restricted_test

import data.controls.mounts.home_restricted as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host([{"path": "/home", "restrictions": []}], [])
	denials == {
		{"item": "/home", "expected": ["nodev", "nosuid"], "actual": []},
		{"item": "/home at the next start", "expected": ["nodev", "nosuid"], "actual": null},
	}
}

test_fail_only_declared if {
	denials := control.deny with input as _host([], [{"path": "/home", "restrictions": []}])
	denials == {
		{"item": "/home", "expected": ["nodev", "nosuid"], "actual": null},
		{"item": "/home at the next start", "expected": ["nodev", "nosuid"], "actual": []},
	}
}

test_pass if {
	good := {"path": "/home", "restrictions": ["nodev", "nosuid"]}
	denials := control.deny with input as _host([good], [good])
	denials == set()
}

test_not_applicable_without_a_mount_of_its_own if {
	control.not_applicable.en == "Nothing of its own is mounted there." with input as _host([], [])
	not control.not_applicable with input as _host([{"path": "/home", "restrictions": []}], [])
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
}

_host(now, next) := {"os": {"platform": "vm"}, "mounts": {"mounts": now, "declared": next}}
