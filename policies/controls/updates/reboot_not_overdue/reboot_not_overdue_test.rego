package controls.updates.reboot_not_overdue_test

import data.controls.updates.reboot_not_overdue as control

test_fail_too_long_or_unknown if {
	every days in [15, null] {
		denials := control.deny with input as _host("vm", true, days) with data.params.updates.reboot_not_overdue.reboot_days as 14
		denials == {{"item": "required restart", "expected": "<= 14 days", "actual": days}}
	}
}

test_pass_on_the_last_day_or_none if {
	every reboot in [_host("vm", true, 14), _host("vm", false, null)] {
		denials := control.deny with input as reboot with data.params.updates.reboot_not_overdue.reboot_days as 14
		denials == set()
	}
}

test_not_applicable_in_a_container if {
	control.not_applicable.zh with input as _host("container", false, null)
	not control.not_applicable with input as _host("machine", false, null)
}

_host(platform, required, days) := {"os": {"platform": platform}, "updates": {"reboot": {"required": required, "days": days}}}
