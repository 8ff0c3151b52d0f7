# METADATA
# title: Passwords are hashed with a strong method
# description: |-
#   Old methods (DES, MD5) can be reversed by trying. New passwords get yescrypt or SHA-512; an account with an older
#   hash must change it at its next login.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 口令采用强散列算法存储
#   description_zh: DES、MD5 等旧算法可被穷举破解。新口令应使用 yescrypt 或 SHA-512；仍为旧散列的账户须在下次登录时强制改密。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.8.b]
#   evidence: [accounts]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_passwords}
package controls.accounts.password_hashes_strong

deny contains {"item": "ENCRYPT_METHOD", "expected": ["SHA512", "YESCRYPT"], "actual": method} if {
	method := input.accounts.login_defs.encrypt_method
	not method in {"SHA512", "YESCRYPT"}
}

deny contains {"item": user.name, "expected": _strong, "actual": user.hash_prefix} if {
	some user in input.accounts.users
	user.password in {"hash", "unshadowed"}
	user.last_change != 0 # days; 0 forces a change
	not user.hash_prefix in _strong
}

_strong := ["$6$", "$7$", "$gy$", "$y$"]
