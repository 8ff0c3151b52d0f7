package controls.files.cron_access_limited_test

import data.controls.files.cron_access_limited as control

test_fail_no_list if {
	denials := control.deny with data.params as _params with input as _lists(["root"], null)
	denials == {{"item": "/etc/at.allow", "expected": ["root"], "actual": null}}
}

test_fail_nothing_said if {
	denials := control.deny with data.params as _params with input as {"access": {"schedulers": [{"name": "cron", "allow": ["root"]}]}}
	denials == {{"item": "/etc/at.allow", "expected": ["root"], "actual": null}}
}

test_fail_others if {
	denials := control.deny with data.params as _params with input as _lists(["ann", "root"], ["root"])
	denials == {{"item": "/etc/cron.allow", "expected": ["root"], "actual": ["ann", "root"]}}
}

test_pass if {
	control.deny == set() with data.params as _params with input as _lists(["root"], [])
}

_lists(cron, at) := {"access": {"schedulers": [{"name": "cron", "allow": cron, "deny": null}, {"name": "at", "allow": at, "deny": null}]}}

_params := {"files": {"cron_access_limited": {"schedule_users": ["root"]}}}
