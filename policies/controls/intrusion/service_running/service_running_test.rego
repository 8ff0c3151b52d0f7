package controls.intrusion.service_running_test

import data.controls.intrusion.service_running as control

test_fail_each if {
	denials := control.deny with input as {"intrusion": {"installed": true, "enabled": false, "active": false}}
	denials == {
		{"item": "enabled", "expected": true, "actual": false},
		{"item": "active", "expected": true, "actual": false},
	}
}

test_pass if {
	denials := control.deny with input as {"intrusion": {"installed": true, "enabled": true, "active": true}}
	denials == set()
}
