package controls.kernel.bpf_jit_hardened_test

import data.controls.kernel.bpf_jit_hardened as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host(object.union(_good, {"net.core.bpf_jit_harden": "0"}))
	denials == {{"item": "net.core.bpf_jit_harden", "expected": ["1", "2"], "actual": "0"}}
}

test_fail_missing if {
	denials := control.deny with input as _host(object.remove(_good, ["net.core.bpf_jit_harden"]))
	denials == {{"item": "net.core.bpf_jit_harden", "expected": ["1", "2"], "actual": null}}
}

test_pass if {
	denials := control.deny with input as _host(_good)
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_good := {"net.core.bpf_jit_harden": "1"}

_host(running) := {
	"os": {"platform": "vm"},
	"sysctl": {"settings": [{"key": key, "running": value} | some key, value in running]},
}
