package controls.integrity.base_present_test

import data.controls.integrity.base_present as control

test_fail_none if {
	denials := control.deny with input as {"integrity": {"base": null}}
	denials == {{"item": "integrity base", "expected": "present", "actual": null}}
}

test_fail_readable_empty_and_not_root_s if {
	denials := control.deny with input as _base("0640", "hubops", true)
	denials == {
		{"item": "/base", "expected": "not empty", "actual": "empty"},
		{"item": "/base", "expected": "<= 0600", "actual": "0640"},
		{"item": "/base", "expected": "root", "actual": "hubops"},
	}
}

test_pass_root_s_alone if {
	denials := control.deny with input as _base("0600", "root", false)
	denials == set()
}

_base(mode, owner, empty) := {"integrity": {"base": {"path": "/base", "mode": mode, "owner": owner, "empty": empty}}}
