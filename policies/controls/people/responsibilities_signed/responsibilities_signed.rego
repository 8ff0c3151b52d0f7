# METADATA
# title: Everybody with access has signed the boundary of their security responsibility
# description: Signed within the period, it tells the sanctions; whoever holds a post has signed for that post.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 有访问权限的人员均签署安全责任书，明确责任边界
#   description_zh: 安全责任书在规定周期内签署并告知惩戒措施；各岗位主岗人员签署的责任书涵盖该岗位。
#   severity: medium
#   subject: hub
#   requirements: [HUB-B7, GBT22239-8.1.8.1.c, GBT22239-8.1.8.3.a]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 365, bound: "<=366"}}
#   remedy:
#     manual: Agree the boundary with the person, have it signed, and record it.
#     manual_zh: 与该人员明确责任边界并签署安全责任书，并予以登记。
#   dated: true
package controls.people.responsibilities_signed

import data.lib.records

deny contains {"item": person.id, "expected": sprintf(">= %s", [_earliest]), "actual": _signed(person)} if {
	some person in input.records.person
	records.active(person, input.as_of)
	person.access
	not _signed(person) >= _earliest
}

deny contains {"item": sprintf("%s.%s", [post.id, post.primary]), "expected": "signed", "actual": null} if {
	some post in input.records.post
	post.primary != null
	count([one | some one in _current; one.person == post.primary; post.id in one.posts]) == 0
}

deny contains {"item": sprintf("%s.sanctions", [one.id]), "expected": true, "actual": false} if {
	some one in _current
	not one.sanctions
}

deny contains {"item": "person", "expected": ">= 1", "actual": 0} if count(input.records.person) == 0

_earliest := records.day_after(input.as_of, 0 - data.params.people.responsibilities_signed.days)

_current := [one | some one in _in_force; one.signed >= _earliest]

_in_force := [one |
	some one in input.records.responsibility
	records.reached(one.signed, input.as_of)
	not records.reached(one.withdrawn, input.as_of)
]

# The last day of signature; null for none.
_signed(person) := max({null} | {one.signed | some one in _in_force; one.person == person.id})
