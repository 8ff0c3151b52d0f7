package controls.backup.timers_active_test

import data.controls.backup.timers_active as control

test_fail_stopped if {
	denials := control.deny with input as {"backup": {"catalogue": null, "units": [{"name": "a.timer", "enabled": true, "active": false}]}}
	denials == {{"item": "a.timer", "expected": "enabled and active", "actual": "enabled, inactive"}}
}

test_fail_none if {
	denials := control.deny with input as {"backup": {"catalogue": null, "units": []}}
	denials == {{"item": "backup timers", "expected": ">= 1", "actual": 0}}
}

test_pass_running if {
	denials := control.deny with input as {"backup": {"units": [{"name": "a.timer", "enabled": true, "active": true}]}}
	denials == set()
}

test_not_applicable_where_the_catalogue_says_so if {
	control.not_applicable.en with input as {"backup": {"units": [], "catalogue": {"sets": [], "none": {"en": "x", "zh": "x"}}}}
	not control.not_applicable with input as {"backup": {"units": [], "catalogue": null}}
}
