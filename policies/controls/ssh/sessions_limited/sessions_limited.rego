# METADATA
# title: SSH limits open logins and sessions
# description: Beyond MaxStartups (start, chance in %, full) new logins are refused, so that guessing cannot shut others out.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: 限制 SSH 并发登录与会话数
#   description_zh: 未完成鉴别的连接超过 MaxStartups（起始数、拒绝概率、上限）即被拒绝，避免暴力猜测占满连接。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.b]
#   evidence: [sshd]
#   max_age: 26h
#   params:
#     max_startups: {default: "10:30:60", bound: fixed}
#     max_sessions: {default: 10, bound: "<=10"}
#   remedy: {role: ssh_server, tag: ssh_limits}
package controls.ssh.sessions_limited

import data.lib.sshd

deny contains {"item": "maxsessions", "expected": sprintf("0..%d", [_params.max_sessions]), "actual": actual} if {
	actual := input.sshd.options.maxsessions
	not actual in numbers.range(0, _params.max_sessions)
}

deny contains {"item": "maxstartups", "expected": sprintf("<= %s", [_params.max_startups]), "actual": actual} if {
	actual := input.sshd.options.maxstartups
	not _as_strict(actual, _params.max_startups)
}

not_applicable := sshd.absent if not input.sshd.installed

_as_strict(actual, demanded) if {
	[start, chance, full] := _numbers(actual)
	[most_start, least_chance, most_full] := _numbers(demanded)
	start <= most_start
	chance >= least_chance
	full <= most_full
}

_numbers(startups) := [to_number(part) | some part in split(startups, ":")]

_params := data.params.ssh.sessions_limited
