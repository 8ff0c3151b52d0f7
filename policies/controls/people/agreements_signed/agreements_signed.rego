# METADATA
# title: Everybody with access has signed a confidentiality agreement that is still valid
# description: Somebody who has left counts too, until the access is withdrawn.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 有访问权限的人员均签有有效的保密协议
#   description_zh: 凡可接触中枢系统、数据或机房的人员都签有未到期的保密协议；离岗但权限未收回的人员同样计入。
#   severity: high
#   subject: hub
#   requirements: [HUB-A4, GBT22239-8.1.8.1.c]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Have the person sign a confidentiality agreement, or withdraw the access, and record it.
#     manual_zh: 与该人员签订保密协议或收回其权限，并予以登记。
#   dated: true
package controls.people.agreements_signed

import data.lib.records

deny contains {"item": person.id, "expected": sprintf(">= %s", [_today]), "actual": _until(person)} if {
	some person in input.records.person
	records.can_enter(person, input.as_of)
	not _valid(person)
}

deny contains {"item": "person", "expected": ">= 1", "actual": 0} if count(input.records.person) == 0

_today := records.today(input.as_of)

_valid(person) if _until(person) >= _today

_until(person) := max([records.until(agreement) | some agreement in _signed; agreement.person == person.id])

_until(person) := null if not person.id in {agreement.person | some agreement in _signed}

_signed := [agreement |
	some agreement in input.records.agreement
	agreement.topic == "confidentiality"
	records.reached(agreement.signed, input.as_of)
]
