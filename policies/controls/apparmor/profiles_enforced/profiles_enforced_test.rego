package controls.apparmor.profiles_enforced_test

import data.controls.apparmor.profiles_enforced as control
import data.lib.host

test_fail if {
	every mode in ["complain", "prompt"] {
		denials := control.deny with input as _host([{"name": "rsyslogd", "mode": mode}])
		denials == {{"item": "rsyslogd", "expected": "enforce", "actual": mode}}
	}
}

test_fail_without_any if {
	denials := control.deny with input as _host([])
	denials == {{"item": "profiles", "expected": ">= 1", "actual": 0}}
}

test_pass if {
	every mode in ["enforce", "kill", "unconfined"] {
		denials := control.deny with input as _host([{"name": "rsyslogd", "mode": mode}])
		denials == set()
	}
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_host(profiles) := {"os": {"platform": "vm"}, "apparmor": {"profiles": profiles}}
