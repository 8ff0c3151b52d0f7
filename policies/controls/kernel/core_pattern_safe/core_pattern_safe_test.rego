package controls.kernel.core_pattern_safe_test

import data.controls.kernel.core_pattern_safe as control
import data.lib.host

test_fail if {
	every pattern in ["core", "/var/crash/core.%e.%p", "|/bin/false.sh", "|/usr/share/apport/apport %p", ""] {
		denials := control.deny with input as _host(pattern)
		denials == {{"item": "kernel.core_pattern", "expected": "|/bin/false", "actual": pattern}}
	}
}

test_fail_missing if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "sysctl": {"settings": []}}
	denials == {{"item": "kernel.core_pattern", "expected": "|/bin/false", "actual": null}}
}

test_pass if {
	every pattern in ["|/bin/false", "|/usr/bin/true", "|/lib/systemd/systemd-coredump %P %u %g"] {
		denials := control.deny with input as _host(pattern)
		denials == set()
	}
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_host(pattern) := {
	"os": {"platform": "vm"},
	"sysctl": {"settings": [{"key": "kernel.core_pattern", "running": pattern}]},
}
