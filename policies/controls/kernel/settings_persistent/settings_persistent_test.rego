package controls.kernel.settings_persistent_test

import data.controls.kernel.settings_persistent as control
import data.lib.host

test_fail_changed_by_hand if {
	denials := control.deny with input as _setting({"running": "1"})
	denials == {{"item": "net.ipv4.ip_forward", "expected": "0", "actual": "1"}}
}

test_fail_missing_from_the_kernel if {
	denials := control.deny with input as _setting({"running": null})
	every denial in denials {
		denial == {"item": "net.ipv4.ip_forward", "expected": "0", "actual": null}
	}
	count(denials) == 1
}

test_fail_declared_nowhere if {
	denials := control.deny with input as _setting({"declared": null})
	every denial in denials {
		denial == {"item": "sysctl.d: net.ipv4.ip_forward", "expected": "declared", "actual": null}
	}
	count(denials) == 1
}

test_pass if {
	denials := control.deny with input as _setting({})
	denials == set()
}

test_pass_optional_and_missing if {
	denials := control.deny with input as _setting({"optional": true, "running": null})
	denials == set()
}

test_fail_optional_and_different if {
	denials := control.deny with input as _setting({"optional": true, "running": "1"})
	denials == {{"item": "net.ipv4.ip_forward", "expected": "0", "actual": "1"}}
}

test_pass_watched_but_unknown_to_the_kernel if {
	denials := control.deny with input as _setting({"declared": null, "running": null})
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_setting(other) := {
	"os": {"platform": "vm"},
	"sysctl": {"settings": [object.union(
		{"key": "net.ipv4.ip_forward", "watched": true, "running": "0", "declared": "0", "optional": false},
		other,
	)]},
}
