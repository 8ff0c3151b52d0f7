package controls.sudo.security_tools_separated_test

import data.controls.sudo.security_tools_separated as control

test_fail if {
	every command in ["ALL", "/usr/sbin/useradd -m bob", "/usr/sbin/nft -f /etc/nftables.conf", "/usr/bin/systemctl stop nftables", "/usr/bin/systemctl"] {
		denials := control.deny with data.params as _params with input as _with([{"commands": [command]}])
		denials == {{"item": "ann", "expected": "%hub-secadmins", "actual": command}}
	}
}

test_pass if {
	denials := control.deny with data.params as _params with input as _with([
		{"users": ["%hub-secadmins"], "commands": ["/usr/sbin/useradd", "/usr/bin/systemctl reload nftables.service"]},
		{"commands": ["/usr/bin/systemctl restart ssh.service", "!/usr/bin/passwd"]},
		{"users": ["root", "hubops"], "commands": ["ALL"]},
	])
	denials == set()
}

test_not_applicable_without_sudo if {
	control.not_applicable.en with data.params as _params with input as {"sudo": {"installed": false}}
}

_with(rules) := {"sudo": {"installed": true, "bound": [], "rules": [object.union(_rule, rule) | some rule in rules]}}

_rule := {"users": ["ann"], "commands": ["/bin/ls"], "authenticate": true, "noexec": true, "setenv": false}

_params := {"sudo": {"security_tools_separated": {"automation_accounts": ["hubops"], "security_group": "hub-secadmins", "security_programs": ["useradd", "passwd", "nft"], "security_services": ["nftables", "apparmor", "fail2ban", "clamav-daemon", "clamav-freshclam"]}}}
