package controls.firewall.declared_is_loaded_test

import data.controls.firewall.declared_is_loaded as control

test_fail_not_declared if {
	denials := control.deny with input as _declared(null, null, null, null)
	{"item": "file", "expected": "declared", "actual": null} in denials
}

test_fail_each if {
	denials := control.deny with input as _declared("/etc/x", false, null, false)
	denials == {
		{"item": "valid", "expected": true, "actual": false},
		{"item": "unchanged", "expected": true, "actual": null},
		{"item": "loaded", "expected": true, "actual": false},
	}
}

test_pass if {
	denials := control.deny with input as _declared("/etc/x", true, true, true)
	denials == set()
}

_declared(file, valid, unchanged, loaded) := {"firewall": {"declared": {
	"file": file,
	"valid": valid,
	"unchanged": unchanged,
	"loaded": loaded,
}}}
