# METADATA
# title: sudo asks people for their password
# description: |-
#   Whoever finds an open session is not yet an administrator. The automation accounts, which log in with keys only,
#   are excepted by name.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: 人员使用 sudo 必须输入口令
#   description_zh: 他人即使接触到未锁定的会话，也不能直接取得管理权限。仅用密钥登录的自动化账户按名称例外。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.2.d, GBT22239-8.1.5.1.a]
#   evidence: [sudo]
#   max_age: 26h
#   params: {automation_accounts: {default: [hubops]}}
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.no_password_free_rules

import data.lib.sudo

deny contains {"item": sudo.who(rule), "expected": "PASSWD", "actual": "NOPASSWD"} if {
	some rule in input.sudo.rules
	not rule.authenticate
	not sudo.only_for(rule, _excepted)
}

deny contains {"item": concat(", ", setting.to), "expected": "authenticate", "actual": "!authenticate"} if {
	some setting in input.sudo.bound
	setting.name == "authenticate"
	setting.value != "on"
	not sudo.only_for({"users": setting.to}, _excepted)
}

not_applicable := sudo.absent if not input.sudo.installed

_excepted := data.params.sudo.no_password_free_rules.automation_accounts
