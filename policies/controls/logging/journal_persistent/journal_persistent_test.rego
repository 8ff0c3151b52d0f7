package controls.logging.journal_persistent_test

import data.controls.logging.journal_persistent as control

test_fail_auto if {
	denials := control.deny with input as {"logging": {"journal": {"storage": "auto", "persistent": true}}}
	denials == {{"item": "journald Storage", "expected": "persistent", "actual": "auto"}}
}

test_fail_no_folder if {
	denials := control.deny with input as {"logging": {"journal": {"storage": "persistent", "persistent": false}}}
	denials == {{"item": "/var/log/journal", "expected": "present", "actual": null}}
}

test_pass_persistent if {
	denials := control.deny with input as {"logging": {"journal": {"storage": "persistent", "persistent": true}}}
	denials == set()
}
