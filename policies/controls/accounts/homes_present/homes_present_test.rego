package controls.accounts.homes_present_test

import data.controls.accounts.homes_present as control

test_fail_absent if {
	denials := control.deny with input as _host({"home_mode": null})
	denials == {{"item": "ann", "expected": "/home/ann", "actual": null}}
	nowhere := control.deny with input as _host({"home": ""})
	nowhere == {{"item": "ann", "expected": "", "actual": null}}
}

test_fail_shared if {
	denials := control.deny with input as _host({"home": "/home/zoe"})
	denials == {{"item": "/home/zoe", "expected": 1, "actual": ["ann", "zoe"]}}
}

test_pass if {
	every change in [{}, {"can_login": false, "home_mode": null}, {"system": true, "home_mode": null, "home": "/home/zoe"}] {
		control.deny == set() with input as _host(change)
	}
}

_host(change) := {"accounts": {"users": [
	object.union({"name": "ann", "can_login": true, "system": false, "home": "/home/ann", "home_mode": "0750"}, change),
	{"name": "zoe", "can_login": true, "system": false, "home": "/home/zoe", "home_mode": "0750"},
]}}
