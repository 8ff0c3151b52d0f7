# METADATA
# title: Improvements are proposed, approved and verified by those who may, and somebody answers for each
# description: |
#   Who may do what goes by the posts that a person holds or deputises for. Nobody approves what they proposed.
#   Judged are those that are open or were closed a short time ago; of who has left since, posts tell no more.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 改进事项由有权限的岗位提出、批准和验证，并明确责任人
#   description_zh: 提出、批准、验证权限按人员所任岗位（含备岗）确定，提出人不得批准本人提出的事项，责任人须在岗；检查未关闭及近期关闭的事项，已离岗人员不再按岗位核对。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D3.1]
#   evidence: [records]
#   max_age: 26h
#   params:
#     proposers: {default: [audit_admin, manager, operator, security_admin, system_admin], bound: subset}
#     approvers: {default: [manager], bound: fixed}
#     verifiers: {default: [audit_admin, manager, security_admin], bound: subset}
#     days: {default: 90, bound: ">=90"}
#   remedy:
#     manual: Have it proposed, approved or verified by somebody whose post may, name an owner who is there, and record it.
#     manual_zh: 由有权限的岗位人员提出、批准或验证，指定在岗责任人，并登记。
#   dated: true
package controls.improvement.roles_kept

import data.lib.records

deny contains {"item": "improvement", "expected": ">= 1", "actual": 0} if count(input.records.improvement) == 0

deny contains {"item": concat(".", [improvement.id, act]), "expected": sort(roles), "actual": sort(_roles(person))} if {
	some improvement in _judged
	some act, roles in {"proposed_by": _params.proposers, "approved_by": _params.approvers, "verified_by": _params.verifiers}
	person := improvement[act]
	person != null
	not person in _leavers
	count(_roles(person) & {role | some role in roles}) == 0
}

deny contains {"item": sprintf("%s.approved_by", [improvement.id]), "expected": sprintf("!= %s", [improvement.proposed_by]), "actual": improvement.proposed_by} if {
	some improvement in _judged
	improvement.approved_by == improvement.proposed_by
}

deny contains {"item": sprintf("%s.owner", [improvement.id]), "expected": "active", "actual": improvement.owner} if {
	some improvement in _judged
	not records.reached(improvement.closed, input.as_of)
	every person in input.records.person { not _there(person, improvement.owner) }
}

_params := data.params.improvement.roles_kept

_judged := [improvement | some improvement in input.records.improvement; not _past(improvement)]

_past(improvement) if {
	improvement.closed != null
	records.days_since(improvement.closed, input.as_of) > _params.days
}

_roles(person) := {post.role | some post in input.records.post; person in {post.primary, post.deputy}}

_leavers := {person.id | some person in input.records.person; records.over(person.left, input.as_of)}

_there(person, id) if {
	person.id == id
	records.active(person, input.as_of)
}
