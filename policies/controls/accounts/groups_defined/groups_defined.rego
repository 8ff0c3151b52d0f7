# METADATA
# title: Accounts and groups refer to each other by names that exist
# description: |-
#   A primary group without a name, and a member without an account, pass to whoever gets the number or the name
#   next.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 账户与用户组相互引用的名称均存在
#   description_zh: 没有名称的主组和没有账户的组成员，会归于日后取得该编号或名称的人。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.c]
#   evidence: [accounts]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Give the account a group that exists (usermod -g), and take the member out (gpasswd -d MEMBER GROUP).
#     manual_zh: 为账户指定存在的主组（usermod -g），将不存在的成员移出用户组（gpasswd -d 成员 组）。
package controls.accounts.groups_defined

deny contains {"item": user.name, "expected": "group", "actual": sprintf("gid %d", [user.gid])} if {
	some user in input.accounts.users
	not user.gid in {group.gid | some group in input.accounts.groups}
}

deny contains {"item": group.name, "expected": "account", "actual": member} if {
	some group in input.accounts.groups
	some member in group.members
	not member in {user.name | some user in input.accounts.users}
}
