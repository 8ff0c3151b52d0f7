package controls.kernel.memory_protected_test

import data.controls.kernel.memory_protected as control
import data.lib.host

test_fail_one if {
	denials := control.deny with input as _host("vm", object.union(_good, {"kernel.kptr_restrict": "0"}))
	denials == {{"item": "kernel.kptr_restrict", "expected": ["1", "2"], "actual": "0"}}
}

test_fail_missing if {
	denials := control.deny with input as _host("vm", object.remove(_good, ["kernel.yama.ptrace_scope"]))
	denials == {{"item": "kernel.yama.ptrace_scope", "expected": ["1", "2", "3"], "actual": null}}
}

test_pass if {
	denials := control.deny with input as _host("vm", _good)
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as _host("container", {})
	not control.not_applicable with input as _host("vm", {})
}

_good := {
	"kernel.randomize_va_space": "2",
	"kernel.kptr_restrict": "2",
	"kernel.dmesg_restrict": "1",
	"kernel.yama.ptrace_scope": "1",
	"kernel.unprivileged_bpf_disabled": "1",
	"kernel.perf_event_paranoid": "3",
}

_host(platform, running) := {
	"os": {"platform": platform},
	"sysctl": {"settings": [{"key": key, "running": value} | some key, value in running]},
}
