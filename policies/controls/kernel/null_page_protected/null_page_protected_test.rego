package controls.kernel.null_page_protected_test

import data.controls.kernel.null_page_protected as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host(object.union(_good, {"vm.mmap_min_addr": "0"}))
	denials == {{"item": "vm.mmap_min_addr", "expected": "65536", "actual": "0"}}
}

test_fail_missing if {
	denials := control.deny with input as _host(object.remove(_good, ["vm.mmap_min_addr"]))
	denials == {{"item": "vm.mmap_min_addr", "expected": "65536", "actual": null}}
}

test_pass if {
	denials := control.deny with input as _host(_good)
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_good := {"vm.mmap_min_addr": "65536"}

_host(running) := {
	"os": {"platform": "vm"},
	"sysctl": {"settings": [{"key": key, "running": value} | some key, value in running]},
}
