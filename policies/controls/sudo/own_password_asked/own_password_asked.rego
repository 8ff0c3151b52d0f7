# METADATA
# title: sudo asks for one's own password and not for a shared one
# description: With rootpw, runaspw or targetpw each administrator must know a password that others use too.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: sudo 要求输入本人口令，而非共用口令
#   description_zh: 启用 rootpw、runaspw 或 targetpw 时，各管理员须知道他人也在使用的口令。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.2.c]
#   evidence: [sudo]
#   max_age: 26h
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.own_password_asked

import data.lib.sudo

deny contains {"item": item, "expected": false, "actual": value} if {
	some name in ["rootpw", "runaspw", "targetpw"]
	some [item, value] in sudo.settings(name)
	value != false
}

not_applicable := sudo.absent if not input.sudo.installed
