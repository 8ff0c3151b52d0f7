package controls.sudo.environment_reset_test

import data.controls.sudo.environment_reset as control

test_fail_settings if {
	bound := [{"to": ["ann"], "name": "env_reset", "value": "off"}]
	denials := control.deny with data.params as _params with input as _with({"setenv": true, "secure_path": null}, bound, [])
	denials == {
		{"item": "env_reset: ann", "expected": true, "actual": false},
		{"item": "setenv", "expected": false, "actual": true},
		{"item": "secure_path", "expected": "/usr/sbin:/usr/bin", "actual": null},
	}
}

test_fail_rule if {
	denials := control.deny with data.params as _params with input as _with({}, [], [{"users": ["ann"], "setenv": true}])
	denials == {{"item": "ann", "expected": "NOSETENV", "actual": "SETENV"}}
}

test_pass if {
	rules := [{"users": ["root"], "setenv": true}, {"users": ["hubops"], "setenv": true}, {"users": ["ann"], "setenv": false}]
	denials := control.deny with data.params as _params with input as _with({}, [], rules)
	denials == set()
}

test_not_applicable_without_sudo if {
	control.not_applicable.en with data.params as _params with input as {"sudo": {"installed": false}}
}

_with(defaults, bound, rules) := {"sudo": {
	"installed": true,
	"rules": rules,
	"bound": bound,
	"defaults": object.union({"env_reset": true, "setenv": false, "secure_path": "/usr/bin"}, defaults),
}}

_params := {"sudo": {"environment_reset": {"automation_accounts": ["hubops"]}}}
