package controls.mounts.network_restricted_test

import data.controls.mounts.network_restricted as control

test_fail if {
	denials := control.deny with input as _host(true, ["nodev"])
	denials == {{"item": "/mnt", "expected": "nosuid", "actual": ["nodev"]}}
}

test_pass if {
	denials := control.deny with input as _host(true, ["nodev", "nosuid"])
	denials == set()
}

test_not_applicable_without_one if {
	control.not_applicable.zh with input as _host(false, [])
	not control.not_applicable with input as _host(true, [])
}

_host(network, restrictions) := {"mounts": {
	"mounts": [{"path": "/mnt", "network": network, "restrictions": restrictions}],
	"unreadable": [],
}}
