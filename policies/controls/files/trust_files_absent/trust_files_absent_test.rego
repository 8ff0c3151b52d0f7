package controls.files.trust_files_absent_test

import data.controls.files.trust_files_absent as control

test_fail if {
	denials := control.deny with input as {"access": {"trust_files": ["/root/.rhosts"]}}
	denials == {{"item": "/root/.rhosts", "expected": null, "actual": "exists"}}
}

test_pass if {
	control.deny == set() with input as {"access": {"trust_files": []}}
}
