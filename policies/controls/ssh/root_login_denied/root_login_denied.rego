# METADATA
# title: Root does not log in over SSH
# description: People log in as themselves and raise their rights with sudo, so that each action has a name.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: 禁止 root 通过 SSH 登录
#   description_zh: 管理人员以个人账户登录，再用 sudo 提权，使每项操作都能落实到人。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.b, GBT22239-8.1.4.2.d]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.root_login_denied

import data.lib.sshd

deny contains {"item": "permitrootlogin", "expected": "no", "actual": input.sshd.options.permitrootlogin} if {
	input.sshd.options.permitrootlogin != "no"
}

not_applicable := sshd.absent if not input.sshd.installed
