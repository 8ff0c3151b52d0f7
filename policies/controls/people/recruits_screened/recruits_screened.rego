# METADATA
# title: Staff were screened before their first day, and somebody is appointed for recruitment
# description: Of staff with access, identity, background, qualification and skills were looked into by the first day of work.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 人员录用前完成审查，并指定专人负责录用
#   description_zh: 有访问权限的在岗人员到岗前已完成身份、安全背景、专业资格和技术技能审查；录用工作由指定岗位负责。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.8.1.a, GBT22239-8.1.8.1.b]
#   evidence: [records]
#   max_age: 26h
#   params: {covered: {default: [background, identity, qualification, skills], bound: superset}}
#   remedy:
#     manual: Look into the person, or withdraw the access until that is done; appoint a post for recruitment; record it.
#     manual_zh: 对该人员补充审查，审查完成前收回其权限；指定负责录用的岗位；并予以登记。
#   dated: true
package controls.people.recruits_screened

import data.lib.organisation
import data.lib.records

deny contains {"item": person.id, "expected": sprintf("<= %s", [person.joined]), "actual": _screened(person)} if {
	some person in _staff
	not _in_time(person)
}

deny contains {"item": sprintf("%s.%s", [person.id, part]), "expected": "covered", "actual": null} if {
	some person in _staff
	some part in data.params.people.recruits_screened.covered
	not part in object.get(person, ["screening", "covered"], [])
}

deny contains {"item": "recruitment", "expected": "post", "actual": null} if {
	not organisation.appointed("recruitment", input.records, input.as_of)
}

# People of a supplier are let in as outsiders, not recruited.
_staff := [person |
	some person in input.records.person
	records.active(person, input.as_of)
	person.access
	person.employment != "outsourced"
]

_screened(person) := object.get(person, ["screening", "done"], null)

_in_time(person) if person.screening.done <= person.joined
