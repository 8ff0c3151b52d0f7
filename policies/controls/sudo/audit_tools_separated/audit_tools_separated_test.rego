package controls.sudo.audit_tools_separated_test

import data.controls.sudo.audit_tools_separated as control

test_fail_reading if {
	every users in [["ann"], ["%hub-auditors", "ann"]] {
		denials := control.deny with data.params as _params with input as _with([{"users": users, "commands": ["/usr/sbin/ausearch -m LOGIN"]}])
		denials == {{"item": concat(", ", users), "expected": "%hub-auditors", "actual": "/usr/sbin/ausearch -m LOGIN"}}
	}
}

test_fail_stopping if {
	every command in [
		"ALL", "/sbin/auditctl", "/usr/bin/systemctl stop auditd", "/usr/bin/systemctl stop rsyslog.service", "/usr/bin/systemctl",
		"/usr/bin/systemctl ^stop [a-z]+$", "/usr/sbin/service auditd stop", "/usr/bin/systemctl stop *",
	] {
		denials := control.deny with data.params as _params with input as _with([{"users": ["%hub-auditors"], "commands": [command]}])
		denials == {{"item": "%hub-auditors", "expected": null, "actual": command}}
	}
}

test_pass if {
	denials := control.deny with data.params as _params with input as _with([
		{"users": ["%hub-auditors"], "commands": ["/usr/sbin/ausearch", "!/sbin/auditctl"]},
		{"commands": ["/usr/bin/systemctl restart ssh.service", "/usr/bin/systemctl status auditd", "/usr/bin/systemctl --no-pager status auditd"]},
		{"users": ["hubops"], "commands": ["ALL"]},
	])
	denials == set()
}

test_not_applicable_without_sudo if {
	control.not_applicable.en with data.params as _params with input as {"sudo": {"installed": false}}
}

_with(rules) := {"sudo": {"installed": true, "bound": [], "rules": [object.union(_rule, rule) | some rule in rules]}}

_rule := {"users": ["ann"], "commands": ["/bin/ls"], "authenticate": true, "noexec": true, "setenv": false}

_params := {"sudo": {"audit_tools_separated": {"automation_accounts": ["hubops"], "audit_group": "hub-auditors", "audit_readers": ["ausearch", "aureport", "aulast", "aulastlog", "auvirt", "journalctl", "sudoreplay"], "audit_controls": ["auditctl", "augenrules", "auditd", "autrace", "audisp-syslog"], "audit_services": ["auditd", "rsyslog", "systemd-journald", "syslog"]}}}
