package controls.updates.no_holds_test

import data.controls.updates.no_holds as control

test_fail_each if {
	denials := control.deny with input as {"updates": {"held": ["nginx", "openssl"]}}
	denials == {
		{"item": "nginx", "expected": "not held", "actual": "held"},
		{"item": "openssl", "expected": "not held", "actual": "held"},
	}
}

test_pass_none if {
	denials := control.deny with input as {"updates": {"held": []}}
	denials == set()
}
