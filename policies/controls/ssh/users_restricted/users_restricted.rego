# METADATA
# title: Only named users or groups may log in over SSH
# description: Without AllowUsers or AllowGroups, every account that ever gets a shell or a key may log in.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: 仅指定的用户或用户组可通过 SSH 登录
#   description_zh: 未设置 AllowUsers 或 AllowGroups 时，任何获得 shell 或密钥的账户都能登录。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.a, GBT22239-8.1.4.2.d]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.users_restricted

import data.lib.sshd

deny contains {"item": "allowgroups", "expected": ">= 1", "actual": 0} if {
	input.sshd.options
	not _names(input.sshd.options.allowgroups)
	not _names(input.sshd.options.allowusers)
}

not_applicable := sshd.absent if not input.sshd.installed

# A list restricts when it is set and is not open to everyone.
_names(list) if {
	count(list) > 0
	not "*" in list
}
