package controls.monitoring.every_host_scraped_test

import data.controls.monitoring.every_host_scraped as control

test_fail_no_server if {
	denials := control.deny with input as {"monitoring": {"server": null, "asked_by": ["10.9.0.11"]}}
	denials == {{"item": "server", "expected": "a host of the inventory", "actual": null}}
}

test_fail_asked_by_nobody if {
	denials := control.deny with input as _asked([])
	denials == {{"item": "asked_by", "expected": "10.9.0.11", "actual": ""}}
}

test_fail_asked_by_another if {
	denials := control.deny with input as _asked(["10.9.0.12"])
	denials == {{"item": "asked_by", "expected": "10.9.0.11", "actual": "10.9.0.12"}}
}

test_pass if {
	denials := control.deny with input as _asked(["10.9.0.11", "10.9.0.12"])
	denials == set()
}

_asked(by) := {"monitoring": {"server": {"name": "ops-1", "address": "10.9.0.11"}, "asked_by": by}}
