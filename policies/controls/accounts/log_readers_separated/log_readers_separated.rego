# METADATA
# title: Only auditors are in the groups that may read logs
# description: |-
#   Other administrators do not see what is recorded of them. Accounts of programs that read logs are named as
#   readers.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 仅审计管理员属于可读取日志的用户组
#   description_zh: 其他管理员看不到关于自身操作的记录。读取日志的程序账户须登记为读取者。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.c, GBT22239-8.1.5.2.a, GBT22239-8.1.5.2.b]
#   evidence: [accounts]
#   max_age: 26h
#   params:
#     audit_group: {default: hub-auditors}
#     log_groups: {default: [adm, systemd-journal], bound: superset}
#     log_readers: {default: []}
#   remedy: {role: administrators, tag: administrators_groups}
package controls.accounts.log_readers_separated

deny contains {"item": name, "expected": [], "actual": sort(others)} if {
	some name in _params.log_groups
	others := (_members(name) - _members(_params.audit_group)) - {reader | some reader in _params.log_readers}
	count(others) > 0
}

_members(name) := {member |
	some group in input.accounts.groups
	group.name == name
	some member in array.concat(group.members, [user.name | some user in input.accounts.users; user.gid == group.gid])
}

_params := data.params.accounts.log_readers_separated
