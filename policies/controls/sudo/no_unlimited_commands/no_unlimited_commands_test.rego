package controls.sudo.no_unlimited_commands_test

import data.controls.sudo.no_unlimited_commands as control

test_fail if {
	every commands in [["ALL"], ["ALL", "!/bin/sh"], ["/bin/ls", "ALL"]] {
		denials := control.deny with data.params as _params with input as _with([{"users": ["%sudo"], "commands": commands}])
		denials == {{"item": "%sudo", "expected": "!= ALL", "actual": "ALL"}}
	}
}

test_pass if {
	denials := control.deny with data.params as _params with input as _with([
		{"users": ["root"], "commands": ["ALL"]},
		{"users": ["hubops"], "commands": ["ALL"]},
		{"commands": ["/usr/bin/ls ALL", "!ALL"]},
	])
	denials == set()
}

test_not_applicable_without_sudo if {
	control.not_applicable.en with data.params as _params with input as {"sudo": {"installed": false}}
}

_with(rules) := {"sudo": {"installed": true, "bound": [], "rules": [object.union(_rule, rule) | some rule in rules]}}

_rule := {"users": ["ann"], "commands": ["/bin/ls"], "authenticate": true, "noexec": true, "setenv": false}

_params := {"sudo": {"no_unlimited_commands": {"automation_accounts": ["hubops"]}}}
