# METADATA
# title: Accounts that nobody uses any more are closed
# description: |-
#   Counted from the last login on a terminal or the last change of the password, for each account that a password
#   or a key opens. Automation accounts, whose logins have no terminal, are excepted by name.
# schemas:
#   - input.access: schema.access
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 长期无人使用的账户已停用
#   description_zh: 对可用口令或密钥登录的账户，从最近一次终端登录或最近一次改密起算。自动化账户的登录没有终端，按名称例外。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.c, GBT22239-8.1.10.6.b]
#   evidence: [access, accounts]
#   max_age: 26h
#   params:
#     days: {default: 90, bound: "<=90"}
#     automation_accounts: {default: [hubops]}
#   remedy:
#     manual: >-
#       Ask the account's owner or his superior. Lock what is not needed (usermod --lock --expiredate 1 NAME), and
#       name automation accounts in the profile.
#     manual_zh: 向账户使用人或其主管核实；不再需要的予以锁定（usermod --lock --expiredate 1 账户名），自动化账户登记到 profile。
#   dated: true
#   measured: true
package controls.accounts.stale_absent

deny contains {"item": user.name, "expected": sprintf("<= %d days", [_params.days]), "actual": _today - last} if {
	some [user, login] in _usable
	last := max([day | some day in [0, login.last_login, user.last_change]; is_number(day)])
	not (_today - last) in numbers.range(-1, _params.days)
}

# Of an account that can log in there is something to say; silence shows nothing.
deny contains {"item": user.name, "expected": sprintf("<= %d days", [_params.days]), "actual": null} if {
	some user in _open
	not user.name in {login.name | some login in input.access.logins}
}

_usable := [[user, login] |
	some user in _open
	some login in input.access.logins
	login.name == user.name
	_lets_in(user, login)
]

_open := [user |
	some user in input.accounts.users
	user.can_login
	not user.name in _params.automation_accounts
	not _expired(user)
]

_lets_in(user, _) if user.password in {"hash", "unshadowed", "empty"}

_lets_in(_, login) if login.keys > 0

_expired(user) if {
	is_number(user.expire)
	user.expire <= _today
}

_today := floor(time.parse_rfc3339_ns(input.as_of) / (((24 * 60) * 60) * 1000000000))

_params := data.params.accounts.stale_absent
