package controls.updates.restarts_decided_test

import data.controls.updates.restarts_decided as control

test_fail_against_the_decision if {
	every wanted in [true, false] {
		denials := control.deny with input as _host(wanted == false) with data.params.updates.restarts_decided.automatic_reboot as wanted
		denials == {{"item": "restarts by itself", "expected": wanted, "actual": wanted == false}}
	}
}

test_pass_as_decided if {
	every wanted in [true, false] {
		denials := control.deny with input as _host(wanted) with data.params.updates.restarts_decided.automatic_reboot as wanted
		denials == set()
	}
}

_host(reboots) := {"updates": {"automatic": {"reboots": reboots}}}
