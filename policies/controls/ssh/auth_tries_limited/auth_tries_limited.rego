# METADATA
# title: An SSH connection allows few tries to log in
# description: Guessing then needs a new connection every few tries, which is slow and shows in the log.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: 限制单次 SSH 连接的鉴别尝试次数
#   description_zh: 超过次数即断开，使猜测口令变慢，并在日志中留下痕迹。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.b]
#   evidence: [sshd]
#   max_age: 26h
#   params: {max_auth_tries: {default: 4, bound: "<=5"}}
#   remedy: {role: ssh_server, tag: ssh_limits}
package controls.ssh.auth_tries_limited

import data.lib.sshd

deny contains {"item": "maxauthtries", "expected": sprintf("1..%d", [_most]), "actual": input.sshd.options.maxauthtries} if {
	not input.sshd.options.maxauthtries in numbers.range(1, _most)
}

not_applicable := sshd.absent if not input.sshd.installed

_most := data.params.ssh.auth_tries_limited.max_auth_tries
