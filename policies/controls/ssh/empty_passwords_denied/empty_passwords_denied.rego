# METADATA
# title: SSH never accepts an empty password
# description: With this switched on, an account without a password is open to everyone who reaches the host.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 不接受空口令
#   description_zh: 一旦开启，任何能访问主机的人都可登录未设口令的账户。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.empty_passwords_denied

import data.lib.sshd

deny contains {"item": "permitemptypasswords", "expected": "no", "actual": input.sshd.options.permitemptypasswords} if {
	input.sshd.options.permitemptypasswords != "no"
}

not_applicable := sshd.absent if not input.sshd.installed
