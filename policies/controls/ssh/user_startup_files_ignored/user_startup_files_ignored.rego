# METADATA
# title: SSH runs no startup files of users' own
# description: A ~/.ssh/rc runs at each login, before a forced command, and can lead round it.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 不执行用户自带的启动脚本
#   description_zh: ~/.ssh/rc 在每次登录时、强制命令之前执行，可借此绕过限制。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.user_startup_files_ignored

import data.lib.sshd

deny contains {"item": "permituserrc", "expected": "no", "actual": input.sshd.options.permituserrc} if {
	input.sshd.options.permituserrc != "no"
}

not_applicable := sshd.absent if not input.sshd.installed
