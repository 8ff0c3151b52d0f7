# METADATA
# title: A command that sudo starts does not inherit its caller's environment
# description: |-
#   Variables decide which libraries and programs are loaded. The environment is reset, the search path is sudo's
#   own, and no rule lets its user set what he likes.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: sudo 启动的命令不继承调用者的环境变量
#   description_zh: 环境变量决定加载哪些库和程序。须重置环境、使用 sudo 自己的搜索路径，且不允许用户自行设置变量。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [sudo]
#   max_age: 26h
#   params: {automation_accounts: {default: [hubops]}}
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.environment_reset

import data.lib.sudo

deny contains {"item": item, "expected": expected, "actual": value} if {
	some name, expected in {"env_reset": true, "setenv": false}
	some [item, value] in sudo.settings(name)
	value != expected
}

deny contains {"item": item, "expected": "/usr/sbin:/usr/bin", "actual": null} if {
	some [item, value] in sudo.settings("secure_path")
	not is_string(value)
}

deny contains {"item": sudo.who(rule), "expected": "NOSETENV", "actual": "SETENV"} if {
	some rule in input.sudo.rules
	rule.setenv
	not sudo.only_for(rule, array.concat(["root"], _automation))
}

not_applicable := sudo.absent if not input.sudo.installed

_automation := data.params.sudo.environment_reset.automation_accounts
