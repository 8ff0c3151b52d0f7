package controls.monitoring.rules_healthy_test

import data.controls.monitoring.rules_healthy as control

test_fail_one if {
	denials := control.deny with input as _rules([{"name": "A", "health": "err"}, {"name": "B", "health": "ok"}])
	denials == {{"item": "A", "expected": "ok", "actual": "err"}}
}

test_fail_none if {
	denials := control.deny with input as _rules([])
	denials == {{"item": "rules", "expected": ">= 1", "actual": 0}}
}

test_pass if {
	denials := control.deny with input as _rules([{"name": "B", "health": "ok"}])
	denials == set()
}

test_fail_no_server_was_named if {
	unnamed := {"item": "server", "expected": "a host of the inventory", "actual": null}
	unnamed in control.deny with input as {"monitoring": {"central": null, "server": null, "services": []}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": null}}
}

test_not_applicable_elsewhere if {
	control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": false}}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": true}}}
}

_rules(rules) := {"monitoring": {"central": {"rules": rules}}}
