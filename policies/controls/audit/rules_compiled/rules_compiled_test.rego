package controls.audit.rules_compiled_test

import data.controls.audit.rules_compiled as control

test_pass if {
	denials := control.deny with input as {"audit": {"compiled": true, "merged": {"rules": [{}]}}}
	denials == set()
}

test_fail_changed if {
	denials := control.deny with input as {"audit": {"compiled": false, "merged": {"rules": [{}]}}}
	denials == {{"item": "augenrules --check", "expected": true, "actual": false}}
}

test_fail_unknown_and_empty if {
	denials := control.deny with input as {"audit": {"compiled": null, "merged": {"rules": []}}}
	denials == {{"item": "augenrules --check", "expected": true, "actual": null}, {"item": "rules", "expected": ">= 1", "actual": 0}}
}
