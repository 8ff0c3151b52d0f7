package controls.packages.only_needed_test

import data.controls.packages.only_needed as control

test_fail_undeclared if {
	denials := control.deny with input as {"footprint": {"asked": ["python3-apt", "joe"]}} with data.params.packages.only_needed as {"packages": ["python3*"]}
	denials == {{"item": "joe", "expected": null, "actual": "installed"}}
}

test_fail_nothing_seen if {
	denials := control.deny with input as {"footprint": {"asked": []}} with data.params.packages.only_needed as {"packages": ["python3*"]}
	denials == {{"item": "packages", "expected": ">= 1", "actual": 0}}
}

test_pass_declared if {
	denials := control.deny with input as {"footprint": {"asked": ["python3", "python3-apt"]}} with data.params.packages.only_needed as {"packages": ["python3*"]}
	denials == set()
}
