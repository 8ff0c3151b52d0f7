package controls.sudo.commands_exact_test

import data.controls.sudo.commands_exact as control

test_fail if {
	every command in [
		"/bin/cat *", "/usr/bin/", "ls", "list", "^/bin/(a|b)$", "/bin/l?", "/bin/[a-z]", "/usr/*/ls", "sudoedit",
		"sudoedit /etc/*", "/bin/cat ^.*$", "/bin/cat ^/var/log/.+$", "/bin/cat ^[a-z]*", `/bin/cat \*`,
	] {
		denials := control.deny with data.params as _params with input as _with([{"commands": ["/bin/ls", command]}])
		denials == {{"item": "ann", "expected": "/path [arguments]", "actual": command}}
	}
}

test_pass if {
	commands := [
		"/bin/ls", `/bin/ls ""`, "/bin/ls -l /root", "sudoedit /etc/hosts", "/usr/sbin/useradd ^-m [a-z][a-z0-9-]{0,30}$", "ALL", "!/bin/*",
	]
	denials := control.deny with data.params as _params with input as _with([{"commands": commands}, {"users": ["hubops"], "commands": ["/bin/*"]}])
	denials == set()
}

test_not_applicable_without_sudo if {
	control.not_applicable.en with data.params as _params with input as {"sudo": {"installed": false}}
}

_with(rules) := {"sudo": {"installed": true, "bound": [], "rules": [object.union(_rule, rule) | some rule in rules]}}

_rule := {"users": ["ann"], "commands": ["/bin/ls"], "authenticate": true, "noexec": true, "setenv": false}

_params := {"sudo": {"commands_exact": {"automation_accounts": ["hubops"]}}}
