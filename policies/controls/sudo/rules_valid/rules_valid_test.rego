package controls.sudo.rules_valid_test

import data.controls.sudo.rules_valid as control

test_fail_with_what_is_wrong if {
	denials := control.deny with input as {"sudo": {"installed": true, "valid": false, "faults": ["/etc/sudoers.d/a:1:1: syntax error"]}}
	denials == {{"item": "visudo -c", "expected": [], "actual": ["/etc/sudoers.d/a:1:1: syntax error"]}}
}

test_fail_without_an_answer if {
	denials := control.deny with input as {"sudo": {"installed": true, "valid": null, "faults": []}}
	denials == {{"item": "visudo -c", "expected": [], "actual": []}}
}

test_pass if {
	control.deny == set() with input as {"sudo": {"installed": true, "valid": true, "faults": []}}
}

test_not_applicable_without_sudo if {
	control.not_applicable.en with input as {"sudo": {"installed": false}}
}
