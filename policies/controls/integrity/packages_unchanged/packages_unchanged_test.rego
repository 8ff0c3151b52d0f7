package controls.integrity.packages_unchanged_test

import data.controls.integrity.packages_unchanged as control

test_fail_each_and_how_many_more if {
	denials := control.deny with input as _check({"count": 61, "first": ["/usr/bin/who"]})
	denials == {
		{"item": "/usr/bin/who", "expected": "as in its package", "actual": "altered or missing"},
		{"item": "further files", "expected": 0, "actual": 60},
	}
}

test_fail_not_compared if {
	every check in [{"integrity": {"last_check": null}}, _check(null)] {
		denials := control.deny with input as check
		denials == {{"item": "comparison with the packages", "expected": "completed", "actual": null}}
	}
}

test_pass_none if {
	denials := control.deny with input as _check({"count": 0, "first": []})
	denials == set()
}

_check(altered) := {"integrity": {"last_check": {"altered": altered}}}
