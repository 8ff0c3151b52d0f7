# METADATA
# title: A command that sudo starts has a terminal of its own
# description: Without one, what the command leaves running can type into its caller's session.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: sudo 启动的命令使用独立的伪终端
#   description_zh: 否则命令残留的进程可以向调用者的终端注入输入。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [sudo]
#   max_age: 26h
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.terminal_required

import data.lib.sudo

deny contains {"item": item, "expected": true, "actual": value} if {
	some [item, value] in sudo.settings("use_pty")
	value != true
}

not_applicable := sudo.absent if not input.sudo.installed
