package controls.boot.debug_shell_masked_test

import data.controls.boot.debug_shell_masked as control

test_fail if {
	every state in ["enabled", "disabled", "other", null] {
		denials := control.deny with input as _host(state, false)
		denials == {{"item": "debug-shell.service", "expected": "masked", "actual": state}}
	}
}

test_fail_still_running if {
	denials := control.deny with input as _host("masked", true)
	denials == {{"item": "debug-shell.service", "expected": "stopped", "actual": "running"}}
}

test_pass if {
	every state in ["masked", "absent"] {
		denials := control.deny with input as _host(state, false)
		denials == set()
	}
}

_host(state, active) := {"boot": {"console": {"debug_shell": state, "debug_shell_active": active}}}
