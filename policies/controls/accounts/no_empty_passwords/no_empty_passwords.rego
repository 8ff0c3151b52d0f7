# METADATA
# title: No account has an empty or unshadowed password
# description: |-
#   An empty password field lets anyone in. A hash in /etc/passwd can be read by everyone on the host.
#   Fields that begin with ! or * fit no password: they are locked, not empty.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 不存在空口令账户和未影子化的口令
#   description_zh: 口令字段为空则任何人都可登录；存放在 /etc/passwd 中的散列可被本机所有用户读取。以 ! 或 * 开头表示锁定，不是空口令。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.8.b]
#   evidence: [accounts]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_passwords}
package controls.accounts.no_empty_passwords

deny contains {"item": user.name, "expected": ["hash", "locked"], "actual": user.password} if {
	some user in input.accounts.users
	user.password in {"empty", "unshadowed"}
}
