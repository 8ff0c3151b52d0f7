package controls.services.failed_absent_test

import data.controls.services.failed_absent as control

test_fail_each_failed_unit if {
	denials := control.deny with input as {"services": {"units": [], "failed": ["a.service", "b.mount"]}}
	denials == {
		{"item": "a.service", "expected": "not failed", "actual": "failed"},
		{"item": "b.mount", "expected": "not failed", "actual": "failed"},
	}
}

test_pass_when_none_failed if {
	denials := control.deny with input as {"services": {"units": [], "failed": []}}
	denials == set()
}
