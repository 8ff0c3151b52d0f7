package controls.boot.ctrl_alt_del_masked_test

import data.controls.boot.ctrl_alt_del_masked as control

test_fail if {
	denials := control.deny with input as _host("disabled", "reboot-force")
	denials == {
		{"item": "ctrl-alt-del.target", "expected": "masked", "actual": "disabled"},
		{"item": "CtrlAltDelBurstAction", "expected": "none", "actual": "reboot-force"},
	}
}

test_fail_unknown if {
	denials := control.deny with input as _host(null, null)
	unknown := {denial.item | some denial in denials; is_null(denial.actual)}
	unknown == {"ctrl-alt-del.target", "CtrlAltDelBurstAction"}
}

test_pass if {
	denials := control.deny with input as _host("masked", "none")
	denials == set()
}

_host(state, burst) := {"boot": {"console": {"ctrl_alt_del": state, "ctrl_alt_del_burst": burst}}}
