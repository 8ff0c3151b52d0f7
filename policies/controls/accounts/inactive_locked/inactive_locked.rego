# METADATA
# title: An account whose password stays expired is locked
# description: The rule for new accounts (useradd) and that of each account with a usable password; -1 never locks.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 口令过期后长期未用的账户自动锁定
#   description_zh: 核对新账户默认值（useradd）和每个拥有可用口令的账户；-1 表示永不锁定。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.c]
#   evidence: [accounts]
#   max_age: 26h
#   params: {inactive_days: {default: 45, bound: "<=45"}}
#   remedy: {role: accounts, tag: accounts_ageing}
package controls.accounts.inactive_locked

deny contains {"item": "INACTIVE", "expected": sprintf("0..%d", [_most]), "actual": input.accounts.useradd_inactive} if {
	not input.accounts.useradd_inactive in numbers.range(0, _most)
}

deny contains {"item": user.name, "expected": sprintf("0..%d", [_most]), "actual": user.inactive_days} if {
	some user in input.accounts.users
	user.password in {"hash", "unshadowed"}
	not user.inactive_days in numbers.range(0, _most)
}

_most := data.params.accounts.inactive_locked.inactive_days
