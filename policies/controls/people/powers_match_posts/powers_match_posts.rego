# METADATA
# title: Who administers a host holds the post for it, and no other that must be separate
# description: |-
#   An account in a group of administrators belongs to somebody who holds the post of that kind of administrator or
#   stands in for it, and nobody has accounts in two such groups, on one host or on several.
# schemas:
#   - input.records: schema.records
#   - input.estate: schema.estate
# custom:
#   title_zh: 主机管理权限与所任岗位一致，且不兼有须分离的权限
#   description_zh: 属于某类管理员组的账户，其所属人员须担任该类管理员岗位或为其后备；任何人不得在一台或多台主机上拥有两类管理员组的账户。
#   severity: high_risk
#   subject: hub
#   requirements: [HUB-B3, GBT22239-8.1.4.2.d, GBT22239-8.1.7.2.b, GBT22239-8.1.10.6.a]
#   evidence: [records, estate]
#   max_age: 26h
#   params: {}
#   remedy:
#     manual: Take the account out of the group, or appoint the person to the post and record it.
#     manual_zh: 将该账户移出相应管理员组，或任命其担任该岗位并予以登记。
#   dated: true
package controls.people.powers_match_posts

import data.lib.estate
import data.lib.records

_post_of := {"hub-sysadmins": "system_admin", "hub-secadmins": "security_admin", "hub-auditors": "audit_admin"}

deny contains {"item": account, "expected": sort(_powers[account]), "actual": sort(roles)} if {
	some account, name in _accounts
	some person in _present
	name in person.accounts
	roles := {post.role | some post in input.records.post; person.id in {post.primary, post.deputy}}
	count(_powers[account] - roles) > 0
}

deny contains {"item": person.id, "expected": "<= 1", "actual": sort(powers)} if {
	some person in input.records.person
	powers := {power | some account, name in _accounts; name in person.accounts; some power in _powers[account]}
	count(powers) > 1
}

# Whose account nobody's is, or that of somebody who has left, other controls say.
_present := [person | some person in input.records.person; not records.over(person.left, input.as_of)]

deny contains {"item": "post", "expected": ">= 1", "actual": 0} if count(input.records.post) == 0

deny contains denial if some denial in estate.denials

# Accounts that administer, by the host that they are on.
_accounts[id] := account.name if {
	some host in input.estate.hosts
	some account in host.accounts
	some group in account.groups
	group in object.keys(_post_of)
	id := sprintf("%s@%s", [account.name, host.name])
}

_powers[id] contains _post_of[group] if {
	some host in input.estate.hosts
	some account in host.accounts
	some group in account.groups
	group in object.keys(_post_of)
	id := sprintf("%s@%s", [account.name, host.name])
}
