package controls.sudo.no_password_free_rules_test

import data.controls.sudo.no_password_free_rules as control

test_fail_rule if {
	every users in [["ann"], ["%staff", "hubops"], ["ALL", "!eve"], ["!eve"]] {
		denials := control.deny with data.params as _params with input as _with([{"users": users, "authenticate": false}])
		denials == {{"item": concat(", ", users), "expected": "PASSWD", "actual": "NOPASSWD"}}
	}
}

test_fail_setting_for_some if {
	bound := [{"to": ["ann"], "name": "authenticate", "value": "off"}]
	denials := control.deny with data.params as _params with input as {"sudo": {"installed": true, "rules": [], "bound": bound}}
	denials == {{"item": "ann", "expected": "authenticate", "actual": "!authenticate"}}
}

test_pass_automation if {
	bound := [
		{"to": ["hubops"], "name": "authenticate", "value": "off"},
		{"to": ["ann"], "name": "authenticate", "value": "on"},
		{"to": ["ann"], "name": "use_pty", "value": "off"},
	]
	rules := _with([{"users": ["hubops"], "authenticate": false}, {}])
	denials := control.deny with data.params as _params with input as {"sudo": object.union(rules.sudo, {"bound": bound})}
	denials == set()
}

test_not_applicable_without_sudo if {
	control.not_applicable.en with data.params as _params with input as {"sudo": {"installed": false}}
}

_with(rules) := {"sudo": {"installed": true, "bound": [], "rules": [object.union(_rule, rule) | some rule in rules]}}

_rule := {"users": ["ann"], "commands": ["/bin/ls"], "authenticate": true, "noexec": true, "setenv": false}

_params := {"sudo": {"no_password_free_rules": {"automation_accounts": ["hubops"]}}}
