package controls.mounts.log_restricted_test

import data.controls.mounts.log_restricted as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host([{"path": "/var/log", "restrictions": []}], [])
	denials == {
		{"item": "/var/log", "expected": ["nodev", "noexec", "nosuid"], "actual": []},
		{"item": "/var/log at the next start", "expected": ["nodev", "noexec", "nosuid"], "actual": null},
	}
}

test_fail_only_declared if {
	denials := control.deny with input as _host([], [{"path": "/var/log", "restrictions": []}])
	denials == {
		{"item": "/var/log", "expected": ["nodev", "noexec", "nosuid"], "actual": null},
		{"item": "/var/log at the next start", "expected": ["nodev", "noexec", "nosuid"], "actual": []},
	}
}

test_pass if {
	good := {"path": "/var/log", "restrictions": ["nodev", "noexec", "nosuid"]}
	denials := control.deny with input as _host([good], [good])
	denials == set()
}

test_not_applicable_without_a_mount_of_its_own if {
	control.not_applicable.en == "Nothing of its own is mounted there." with input as _host([], [])
	not control.not_applicable with input as _host([{"path": "/var/log", "restrictions": []}], [])
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
}

_host(now, next) := {"os": {"platform": "vm"}, "mounts": {"mounts": now, "declared": next}}
