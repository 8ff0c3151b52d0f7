package controls.kernel.user_namespaces_restricted_test

import data.controls.kernel.user_namespaces_restricted as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host(object.union(_good, {"kernel.unprivileged_userns_clone": "1"}))
	denials == {{"item": "kernel.unprivileged_userns_clone", "expected": "0", "actual": "1"}}
}

test_fail_missing if {
	denials := control.deny with input as _host(object.remove(_good, ["kernel.unprivileged_userns_clone"]))
	denials == {{"item": "kernel.unprivileged_userns_clone", "expected": "0", "actual": null}}
}

test_pass if {
	denials := control.deny with input as _host(_good)
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_good := {"kernel.unprivileged_userns_clone": "0"}

_host(running) := {
	"os": {"platform": "vm"},
	"sysctl": {"settings": [{"key": key, "running": value} | some key, value in running]},
}
