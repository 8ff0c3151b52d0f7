package controls.audit.disk_full_handled_test

import data.controls.audit.disk_full_handled as control

test_pass if {
	denials := control.deny with input as {"audit": {"settings": {"space_left_action": "syslog", "admin_space_left_action": "syslog", "disk_full_action": "syslog", "disk_error_action": "syslog"}}}
	denials == set()
}

test_fail_space_left_action if {
	denials := control.deny with input as {"audit": {"settings": {"space_left_action": "ignore", "admin_space_left_action": "syslog", "disk_full_action": "syslog", "disk_error_action": "syslog"}}}
	denials == {{"item": "space_left_action", "expected": ["email", "halt", "rotate", "single", "syslog"], "actual": "ignore"}}
}

test_fail_admin_space_left_action if {
	denials := control.deny with input as {"audit": {"settings": {"space_left_action": "syslog", "admin_space_left_action": "ignore", "disk_full_action": "syslog", "disk_error_action": "syslog"}}}
	denials == {{"item": "admin_space_left_action", "expected": ["email", "halt", "rotate", "single", "suspend", "syslog"], "actual": "ignore"}}
}

test_fail_disk_full_action if {
	denials := control.deny with input as {"audit": {"settings": {"space_left_action": "syslog", "admin_space_left_action": "syslog", "disk_full_action": "ignore", "disk_error_action": "syslog"}}}
	denials == {{"item": "disk_full_action", "expected": ["halt", "rotate", "single", "suspend", "syslog"], "actual": "ignore"}}
}

test_fail_disk_error_action if {
	denials := control.deny with input as {"audit": {"settings": {"space_left_action": "syslog", "admin_space_left_action": "syslog", "disk_full_action": "syslog", "disk_error_action": "ignore"}}}
	denials == {{"item": "disk_error_action", "expected": ["halt", "single", "suspend", "syslog"], "actual": "ignore"}}
}

test_fail_unset if {
	denials := control.deny with input as {"audit": {"settings": {"space_left_action": null, "admin_space_left_action": null, "disk_full_action": null, "disk_error_action": null}}}
	denials == {{"item": "space_left_action", "expected": ["email", "halt", "rotate", "single", "syslog"], "actual": null}, {"item": "admin_space_left_action", "expected": ["email", "halt", "rotate", "single", "suspend", "syslog"], "actual": null}, {"item": "disk_full_action", "expected": ["halt", "rotate", "single", "suspend", "syslog"], "actual": null}, {"item": "disk_error_action", "expected": ["halt", "single", "suspend", "syslog"], "actual": null}}
}

test_pass_space_left_action_halt if {
	denials := control.deny with input as {"audit": {"settings": {"space_left_action": "halt", "admin_space_left_action": "syslog", "disk_full_action": "syslog", "disk_error_action": "syslog"}}}
	denials == set()
}

test_pass_admin_space_left_action_halt if {
	denials := control.deny with input as {"audit": {"settings": {"space_left_action": "syslog", "admin_space_left_action": "halt", "disk_full_action": "syslog", "disk_error_action": "syslog"}}}
	denials == set()
}

test_pass_disk_full_action_halt if {
	denials := control.deny with input as {"audit": {"settings": {"space_left_action": "syslog", "admin_space_left_action": "syslog", "disk_full_action": "halt", "disk_error_action": "syslog"}}}
	denials == set()
}

test_pass_disk_error_action_halt if {
	denials := control.deny with input as {"audit": {"settings": {"space_left_action": "syslog", "admin_space_left_action": "syslog", "disk_full_action": "syslog", "disk_error_action": "halt"}}}
	denials == set()
}
