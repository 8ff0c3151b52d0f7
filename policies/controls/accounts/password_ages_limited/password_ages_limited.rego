# METADATA
# title: Passwords expire, with a warning
# description: |-
#   The rules for new accounts (login.defs) and those of each account that has a usable password. Accounts that log in
#   with keys only, such as the automation account, have none and do not expire.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 口令定期更换并提前提醒
#   description_zh: 核对新账户默认规则（login.defs）和每个拥有可用口令的账户。仅用密钥登录的账户（如自动化账户）没有口令，不受到期影响。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.10.6.c]
#   evidence: [accounts]
#   max_age: 26h
#   params:
#     max_days: {default: 90, bound: "<=90"}
#     min_days: {default: 1, bound: ">=0"}
#     warn_days: {default: 7, bound: ">=7"}
#   remedy: {role: accounts, tag: accounts_ageing}
package controls.accounts.password_ages_limited

deny contains {"item": item, "expected": sprintf("1..%d", [_params.max_days]), "actual": days} if {
	some [item, days] in _values("PASS_MAX_DAYS", input.accounts.login_defs.pass_max_days, "max_days")
	not days in numbers.range(1, _params.max_days)
}

deny contains {"item": item, "expected": sprintf(">= %d", [_params.min_days]), "actual": days} if {
	some [item, days] in _values("PASS_MIN_DAYS", input.accounts.login_defs.pass_min_days, "min_days")
	not days >= _params.min_days
}

deny contains {"item": item, "expected": sprintf(">= %d", [_params.warn_days]), "actual": days} if {
	some [item, days] in _values("PASS_WARN_AGE", input.accounts.login_defs.pass_warn_age, "warn_days")
	not days >= _params.warn_days
}

# [item, days] of the rule for new accounts and of each account that it is for.
_values(name, days, field) := array.concat([[name, days]], [[item, user[field]] |
	some user in input.accounts.users
	user.password in {"hash", "unshadowed"}
	item := sprintf("%s: %s", [user.name, field])
])

_params := data.params.accounts.password_ages_limited
