# METADATA
# title: Each use of sudo is recorded
# description: In syslog or in a file of its own, whether the command was allowed or refused, and for everybody.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: sudo 的每次使用均有记录
#   description_zh: 无论允许还是拒绝，均写入 syslog 或专用日志文件，且对所有人生效。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.a, GBT22239-8.1.5.1.a]
#   evidence: [sudo]
#   max_age: 26h
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.uses_logged

import data.lib.sudo

deny contains {"item": "syslog", "expected": "authpriv", "actual": null} if {
	is_null(input.sudo.defaults.syslog)
	is_null(input.sudo.defaults.logfile)
}

deny contains {"item": item, "expected": "authpriv", "actual": "off"} if {
	some [item, value] in sudo.settings("syslog")
	item != "syslog"
	not is_string(value)
}

deny contains {"item": item, "expected": true, "actual": value} if {
	some name in ["log_allowed", "log_denied"]
	some [item, value] in sudo.settings(name)
	value != true
}

not_applicable := sudo.absent if not input.sudo.installed
