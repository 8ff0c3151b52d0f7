# METADATA
# title: Nobody but root and automation may run everything through sudo
# description: |-
#   Who may run ALL is root, and then duties are separated on paper only. A list that excludes single commands from
#   ALL is no limit either.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: 除 root 和自动化账户外，任何人不得通过 sudo 运行所有命令
#   description_zh: 可运行 ALL 的账户等同于 root，权限分离便形同虚设；从 ALL 中排除个别命令同样不构成限制。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d, GBT22239-8.1.5.1.a, GBT22239-8.1.5.1.b]
#   evidence: [sudo]
#   max_age: 26h
#   params: {automation_accounts: {default: [hubops]}}
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.no_unlimited_commands

import data.lib.sudo

deny contains {"item": sudo.who(rule), "expected": "!= ALL", "actual": "ALL"} if {
	some rule in input.sudo.rules
	"ALL" in rule.commands
	not sudo.only_for(rule, array.concat(["root"], _automation))
}

not_applicable := sudo.absent if not input.sudo.installed

_automation := data.params.sudo.no_unlimited_commands.automation_accounts
