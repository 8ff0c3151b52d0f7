package controls.integrity.tool_installed_test

import data.controls.integrity.tool_installed as control

test_fail_neither if {
	denials := control.deny with input as _host(false, null)
	denials == {
		{"item": "aide", "expected": "installed", "actual": "absent"},
		{"item": "aide's configuration", "expected": "present", "actual": null},
	}
}

test_fail_not_configured if {
	denials := control.deny with input as _host(true, null)
	denials == {{"item": "aide's configuration", "expected": "present", "actual": null}}
}

test_pass_both if {
	denials := control.deny with input as _host(true, "/etc/aide/aide.conf")
	denials == set()
}

_host(installed, config) := {"integrity": {"installed": installed, "config": config}}
