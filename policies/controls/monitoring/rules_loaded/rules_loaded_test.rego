package controls.monitoring.rules_loaded_test

import data.controls.monitoring.rules_loaded as control

test_fail_without_any if {
	count(control.deny) == 10 with input as _rules([])
}

test_fail_without_a_severity_that_is_sent if {
	every severity in [null, "", "urgent"] {
		rules := [object.union(rule, {"severity": given}) |
			some rule in _all
			given := {true: severity, false: "info"}[rule.scenario == "disk"]
		]
		denials := control.deny with input as _rules(rules)
		denials == {{"item": "disk", "expected": ">= 1 alert", "actual": 0}}
	}
}

test_pass if {
	denials := control.deny with input as _rules(_all)
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

_all := [{"scenario": scenario, "severity": "warning"} |
	some scenario in ["backup_age", "certificate", "clock", "compliance", "database", "disk", "host", "log_gap", "monitoring", "platform_probe"]
]
