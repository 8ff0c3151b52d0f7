package controls.kernel.kexec_disabled_test

import data.controls.kernel.kexec_disabled as control
import data.lib.host

test_fail_running if {
	denials := control.deny with input as _host("0", "1")
	denials == {{"item": "kernel.kexec_load_disabled", "expected": "1", "actual": "0"}}
}

test_fail_at_the_next_start if {
	every declared in ["0", null] {
		denials := control.deny with input as _host("1", declared)
		denials == {{"item": "sysctl.d: kernel.kexec_load_disabled", "expected": "1", "actual": declared}}
	}
}

test_fail_missing if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "sysctl": {"settings": []}}
	denials == {{"item": "kernel.kexec_load_disabled", "expected": "1", "actual": null}}
}

test_pass if {
	denials := control.deny with input as _host("1", "1")
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_host(running, declared) := {
	"os": {"platform": "vm"},
	"sysctl": {"settings": [{"key": "kernel.kexec_load_disabled", "running": running, "declared": declared}]},
}
