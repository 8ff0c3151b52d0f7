package controls.services.shares_absent_test

import data.controls.services.shares_absent as control

test_fail_each if {
	denials := control.deny with input as {"footprint": {"shares": [{"file": "/etc/exports", "share": "/srv"}]}}
	denials == {{"item": "/etc/exports /srv", "expected": null, "actual": "shared"}}
}

test_pass_none if {
	denials := control.deny with input as {"footprint": {"shares": []}}
	denials == set()
}
