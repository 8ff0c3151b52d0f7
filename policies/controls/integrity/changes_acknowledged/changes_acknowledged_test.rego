package controls.integrity.changes_acknowledged_test

import data.controls.integrity.changes_acknowledged as control

test_fail_each_and_how_many_more if {
	denials := control.deny with input as _check(true, {"count": 3, "first": ["/etc/a"]})
	denials == {
		{"item": "/etc/a", "expected": "as in the base", "actual": "added"},
		{"item": "further files added", "expected": 0, "actual": 2},
	}
}

test_fail_never_or_broken_off if {
	every check in [{"integrity": {"last_check": null}}, _check(false, {"count": 0, "first": []})] {
		denials := control.deny with input as check
		denials == {{"item": "integrity check", "expected": "completed", "actual": null}}
	}
}

test_pass_nothing_changed if {
	denials := control.deny with input as _check(true, {"count": 0, "first": []})
	denials == set()
}

_check(completed, added) := {"integrity": {"last_check": {"completed": completed, "changes": {"added": added}}}}
