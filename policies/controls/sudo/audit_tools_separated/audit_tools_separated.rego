# METADATA
# title: Only auditors read audit records through sudo, and nobody stops auditing
# description: What an administrator did is judged by somebody else. Who may run everything has these tools too.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: 仅审计管理员可通过 sudo 查阅审计记录，任何人不得停止审计
#   description_zh: 管理员的操作由他人审查。可运行所有命令的账户同样拥有这些工具。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d, GBT22239-8.1.4.3.d, GBT22239-8.1.5.2.a, GBT22239-8.1.5.2.b]
#   evidence: [sudo]
#   max_age: 26h
#   params:
#     automation_accounts: {default: [hubops]}
#     audit_group: {default: hub-auditors}
#     audit_readers: {default: [ausearch, aureport, aulast, aulastlog, auvirt, journalctl, sudoreplay], bound: superset}
#     audit_controls: {default: [auditctl, augenrules, auditd, autrace, audisp-syslog], bound: superset}
#     audit_services: {default: [auditd, rsyslog, systemd-journald, syslog], bound: superset}
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.audit_tools_separated

import data.lib.sudo

deny contains {"item": sudo.who(rule), "expected": concat("", ["%", _params.audit_group]), "actual": command} if {
	some [rule, command] in _granted
	sudo.program(command) in _params.audit_readers
	not sudo.only_for(rule, [concat("", ["%", _params.audit_group])])
}

deny contains {"item": sudo.who(rule), "expected": null, "actual": command} if {
	some [rule, command] in _granted
	_controls(command)
}

not_applicable := sudo.absent if not input.sudo.installed

_controls("ALL")

_controls(command) if sudo.program(command) in _params.audit_controls

_controls(command) if {
	some service in _params.audit_services
	sudo.of_service(command, service)
}

_granted := [[rule, command] |
	some rule in input.sudo.rules
	not sudo.only_for(rule, array.concat(["root"], _params.automation_accounts))
	some command in sudo.granted(rule)
]

_params := data.params.sudo.audit_tools_separated
