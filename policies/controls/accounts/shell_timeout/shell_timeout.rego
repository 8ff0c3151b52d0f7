# METADATA
# title: An idle login shell ends by itself
# description: TMOUT is set, exported to shells below, and read-only so that its user cannot lift it.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 空闲的登录会话自动退出
#   description_zh: TMOUT 已设置并导出到子 shell，且为只读，用户无法自行取消。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.b]
#   evidence: [accounts]
#   max_age: 26h
#   params: {shell_timeout_seconds: {default: 600, bound: "<=600"}}
#   remedy: {role: accounts, tag: accounts_session}
package controls.accounts.shell_timeout

deny contains {"item": "TMOUT", "expected": sprintf("1..%d", [_most]), "actual": input.accounts.session.tmout.seconds} if {
	not input.accounts.session.tmout.seconds in numbers.range(1, _most)
}

deny contains {"item": sprintf("TMOUT %s", [flag]), "expected": true, "actual": false} if {
	some flag, set in {
		"readonly": input.accounts.session.tmout.readonly,
		"exported": input.accounts.session.tmout.exported,
	}
	not set
}

_most := data.params.accounts.shell_timeout.shell_timeout_seconds
