# METADATA
# title: System, audit and security administrators are different people
# description: Each of the three groups has a member, and nobody is in two of them.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 系统管理员、审计管理员和安全管理员由不同人员担任
#   description_zh: 三个管理员组均有成员，且任何人不同时属于其中两个。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d, GBT22239-8.1.5.1.a, GBT22239-8.1.5.2.a, GBT22239-8.1.5.3.a,
#     GBT22239-8.1.10.6.a, GBT22239-8.1.5.1.b, GBT22239-8.1.5.2.b, GBT22239-8.1.5.3.b]
#   evidence: [accounts]
#   max_age: 26h
#   params:
#     system_group: {default: hub-sysadmins}
#     audit_group: {default: hub-auditors}
#     security_group: {default: hub-secadmins}
#   remedy: {role: administrators, tag: administrators_groups}
package controls.accounts.administrators_separated

deny contains {"item": group, "expected": ">= 1", "actual": 0} if {
	some group, members in _members
	count(members) == 0
}

deny contains {"item": user, "expected": "<= 1", "actual": sort(groups)} if {
	some user in union({members | some members in _members})
	groups := [group | some group, members in _members; user in members]
	count(groups) > 1
}

# By name, and by the group that an account begins with.
_members := {name: members |
	some name in [_params.system_group, _params.audit_group, _params.security_group]
	named := {member | some group in input.accounts.groups; group.name == name; some member in group.members}
	first := {user.name |
		some group in input.accounts.groups
		group.name == name
		some user in input.accounts.users
		user.gid == group.gid
	}
	members := {user.name | some user in input.accounts.users} & (named | first)
}

_params := data.params.accounts.administrators_separated
