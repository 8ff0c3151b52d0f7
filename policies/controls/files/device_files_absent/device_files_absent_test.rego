package controls.files.device_files_absent_test

import data.controls.files.device_files_absent as control

test_fail if {
	denials := control.deny with input as {"files": {"devices": [{"path": "/srv/sda", "mode": "0660", "owner": "ann"}]}}
	denials == {{"item": "/srv/sda", "expected": null, "actual": "0660"}}
}

test_pass if {
	control.deny == set() with input as {"files": {"devices": []}}
}
