# METADATA
# title: Only root has UID 0
# description: A second account with UID 0 is root under another name, outside every rule made for root.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 仅 root 的 UID 为 0
#   description_zh: 其他 UID 为 0 的账户等同于换名的 root，不受针对 root 的各项限制。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.2.d]
#   evidence: [accounts]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_identity}
package controls.accounts.only_root_has_uid_zero

deny contains {"item": user.name, "expected": ">= 1", "actual": user.uid} if {
	some user in input.accounts.users
	user.uid == 0
	user.name != "root"
}
