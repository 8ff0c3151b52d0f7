package controls.sudo.escapes_guarded_test

import data.controls.sudo.escapes_guarded as control

test_fail_a_shell if {
	every command in ["/bin/bash", "/usr/bin/less /var/log/syslog", "/usr/bin/find"] {
		denials := control.deny with data.params as _params with input as _with([{"commands": [command]}])
		denials == {{"item": "ann", "expected": null, "actual": command}}
	}
}

test_fail_may_start_others if {
	every command in ["/usr/bin/systemctl status ssh", "ALL"] {
		denials := control.deny with data.params as _params with input as _with([{"commands": [command], "noexec": false}])
		denials == {{"item": "ann", "expected": "NOEXEC", "actual": command}}
	}
}

test_pass if {
	denials := control.deny with data.params as _params with input as _with([
		{"commands": ["/usr/bin/systemctl status ssh", "!/bin/bash"]},
		{"commands": ["/usr/bin/apt-get update", "sudoedit /etc/hosts"], "noexec": false},
		{"users": ["root"], "commands": ["ALL"], "noexec": false},
		{"users": ["hubops"], "commands": ["/bin/bash"], "noexec": false},
	])
	denials == set()
}

test_not_applicable_without_sudo if {
	control.not_applicable.en with data.params as _params with input as {"sudo": {"installed": false}}
}

_with(rules) := {"sudo": {"installed": true, "bound": [], "rules": [object.union(_rule, rule) | some rule in rules]}}

_rule := {"users": ["ann"], "commands": ["/bin/ls"], "authenticate": true, "noexec": true, "setenv": false}

_params := {"sudo": {"escapes_guarded": {"automation_accounts": ["hubops"], "escape_programs": ["bash", "less", "find"], "exec_programs": ["apt-get"]}}}
