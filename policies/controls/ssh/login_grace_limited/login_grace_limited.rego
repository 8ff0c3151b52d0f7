# METADATA
# title: An SSH login that is not completed is cut off
# description: Each open login holds a place. 0 means that it may wait for ever.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: 限制 SSH 登录等待时间
#   description_zh: 未完成的登录会占用连接名额；设为 0 表示可无限等待。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.b]
#   evidence: [sshd]
#   max_age: 26h
#   params: {login_grace_seconds: {default: 60, bound: "<=60"}}
#   remedy: {role: ssh_server, tag: ssh_limits}
package controls.ssh.login_grace_limited

import data.lib.sshd

deny contains {"item": "logingracetime", "expected": sprintf("1..%d", [_most]), "actual": input.sshd.options.logingracetime} if {
	not input.sshd.options.logingracetime in numbers.range(1, _most)
}

not_applicable := sshd.absent if not input.sshd.installed

_most := data.params.ssh.login_grace_limited.login_grace_seconds
