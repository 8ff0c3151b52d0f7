package controls.boot.single_user_authenticated_test

import data.controls.boot.single_user_authenticated as control

test_fail if {
	denials := control.deny with input as _host([{"unit": "rescue.service", "asks_password": false}])
	denials == {
		{"item": "rescue.service", "expected": "asks for a password", "actual": "asks for none"},
		{"item": "emergency.service", "expected": "asks for a password", "actual": null},
	}
}

test_pass if {
	denials := control.deny with input as _host([
		{"unit": "emergency.service", "asks_password": true},
		{"unit": "rescue.service", "asks_password": true},
	])
	denials == set()
}

_host(shells) := {"boot": {"console": {"maintenance": shells}}}
