# METADATA
# title: sudo's rules name programs by their path, without wildcards
# description: |-
#   A wildcard or a whole folder lets in what nobody thought of, such as a second argument. A regular expression
#   that is bound at both ends and has no .* in it is exact.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: sudo 规则以完整路径指定命令，不用通配符
#   description_zh: 通配符或整个目录会放行未曾预料的命令和参数。首尾锚定且不含 .* 的正则表达式视为精确。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d, GBT22239-8.1.4.2.f]
#   evidence: [sudo]
#   max_age: 26h
#   params: {automation_accounts: {default: [hubops]}}
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.commands_exact

import data.lib.sudo

deny contains {"item": sudo.who(rule), "expected": "/path [arguments]", "actual": command} if {
	some rule in input.sudo.rules
	not sudo.only_for(rule, array.concat(["root"], _automation))
	some command in sudo.granted(rule)
	command != "ALL"
	not _exact(command)
}

not_applicable := sudo.absent if not input.sudo.installed

_exact(command) if {
	regex.match(`^(sudoedit )?/([^/*?\[\]\\^$ ]+/)*[^/*?\[\]\\^$ ]+( |$)`, command)
	arguments := regex.replace(command, `^(sudoedit )?[^ ]+ ?`, "")
	_bound(arguments)
}

_bound(arguments) if not regex.match(`^\^|[*?\[\]\\]`, arguments)

_bound(arguments) if {
	regex.match(`^\^.*\$$`, arguments)
	not regex.match(`\.[*+{]`, arguments)
}

_automation := data.params.sudo.commands_exact.automation_accounts
