package controls.kernel.panic_restarts_test

import data.controls.kernel.panic_restarts as control
import data.lib.host

test_fail_never_or_too_late if {
	every value in ["0", "61", "-1", "soon"] {
		denials := control.deny with input as _host({"kernel.panic": value, "kernel.panic_on_oops": "1"})
			with data.params.kernel.panic_restarts.panic_seconds as 60
		denials == {{"item": "kernel.panic", "expected": "1..60", "actual": value}}
	}
}

test_fail_goes_on_after_a_fault if {
	denials := control.deny with input as _host({"kernel.panic": "60", "kernel.panic_on_oops": "0"})
		with data.params.kernel.panic_restarts.panic_seconds as 60
	denials == {{"item": "kernel.panic_on_oops", "expected": "1", "actual": "0"}}
}

test_fail_missing if {
	denials := control.deny with input as _host({"kernel.panic_on_oops": "1"})
		with data.params.kernel.panic_restarts.panic_seconds as 60
	denials == {{"item": "kernel.panic", "expected": "1..60", "actual": null}}
}

test_pass_on_the_boundaries if {
	every value in ["1", "60"] {
		denials := control.deny with input as _host({"kernel.panic": value, "kernel.panic_on_oops": "1"})
			with data.params.kernel.panic_restarts.panic_seconds as 60
		denials == set()
	}
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_host(running) := {
	"os": {"platform": "vm"},
	"sysctl": {"settings": [{"key": key, "running": value} | some key, value in running]},
}
