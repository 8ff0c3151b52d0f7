package controls.mounts.swap_encrypted_test

import data.controls.mounts.swap_encrypted as control
import data.lib.host

test_fail if {
	every encrypted in [false, null] {
		denials := control.deny with input as _host(false, encrypted)
		denials == {{"item": "/swapfile", "expected": "encrypted", "actual": encrypted}}
	}
}

test_pass_encrypted_or_in_memory if {
	denials := control.deny with input as _host(false, true)
	denials == set()
	others := control.deny with input as _host(true, null)
	others == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_host(memory, encrypted) := {
	"os": {"platform": "vm"},
	"mounts": {"swaps": [{"path": "/swapfile", "memory": memory, "encrypted": encrypted}]},
}
