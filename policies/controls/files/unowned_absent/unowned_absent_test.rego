package controls.files.unowned_absent_test

import data.controls.files.unowned_absent as control

test_fail if {
	denials := control.deny with input as {"files": {"unowned": [{"path": "/srv/a", "uid": 1234, "gid": 0}]}}
	denials == {{"item": "/srv/a", "expected": null, "actual": "1234:0"}}
}

test_pass if {
	denials := control.deny with input as {"files": {"unowned": []}}
	denials == set()
}
