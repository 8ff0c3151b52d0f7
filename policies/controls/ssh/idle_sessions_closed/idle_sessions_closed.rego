# METADATA
# title: The server closes an SSH session whose client no longer answers
# description: The time is the interval times the count. A count of 0 switches disconnection off, however short the interval.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: 客户端无响应的 SSH 会话自动断开
#   description_zh: 超时时间为探测间隔乘以次数。次数为 0 时无论间隔多短都不会断开。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.b]
#   evidence: [sshd]
#   max_age: 26h
#   params: {idle_seconds: {default: 900, bound: "<=900"}}
#   remedy: {role: ssh_server, tag: ssh_limits}
package controls.ssh.idle_sessions_closed

import data.lib.sshd

deny contains {
	"item": "clientaliveinterval*clientalivecountmax",
	"expected": sprintf("1..%d", [_most]),
	"actual": sprintf("%v*%v", [interval, checks]),
} if {
	interval := input.sshd.options.clientaliveinterval
	checks := input.sshd.options.clientalivecountmax
	not _closes(interval, checks)
}

not_applicable := sshd.absent if not input.sshd.installed

_closes(interval, checks) if (interval * checks) in numbers.range(1, _most)

_most := data.params.ssh.idle_sessions_closed.idle_seconds
