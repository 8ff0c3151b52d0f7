# METADATA
# title: Each account and group has a name and a number of its own
# description: Accounts that share a UID are one to the kernel and to the audit log, so nobody can say who did what.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 用户名、UID、组名和 GID 唯一
#   description_zh: 共用 UID 的账户在内核和审计日志中是同一个身份，无法区分是谁的操作。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.2.c]
#   evidence: [accounts]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Decide which account keeps the number; give the other a free one (usermod -u, groupmod -g), hand its files over
#       with chown, and remove double entries with vipw and vigr.
#     manual_zh: 确定由哪个账户保留该编号，为另一个分配空闲编号（usermod -u、groupmod -g），用 chown 移交其文件；重复的条目用 vipw、vigr 删除。
package controls.accounts.ids_unique

deny contains {"item": sprintf("uid %d", [uid]), "expected": 1, "actual": sort(names)} if {
	some uid in {user.uid | some user in input.accounts.users}
	names := [user.name | some user in input.accounts.users; user.uid == uid]
	count(names) > 1
}

deny contains {"item": sprintf("gid %d", [gid]), "expected": 1, "actual": sort(names)} if {
	some gid in {group.gid | some group in input.accounts.groups}
	names := [group.name | some group in input.accounts.groups; group.gid == gid]
	count(names) > 1
}

deny contains {"item": sprintf("user %s", [name]), "expected": 1, "actual": sort(uids)} if {
	some name in {user.name | some user in input.accounts.users}
	uids := [user.uid | some user in input.accounts.users; user.name == name]
	count(uids) > 1
}

deny contains {"item": sprintf("group %s", [name]), "expected": 1, "actual": sort(gids)} if {
	some name in {group.name | some group in input.accounts.groups}
	gids := [group.gid | some group in input.accounts.groups; group.name == name]
	count(gids) > 1
}
