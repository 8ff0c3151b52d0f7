# METADATA
# title: Full-time staff look after the hub
# description: >-
#   Enough people of the competent authority or the operator work for the hub full time, and whoever
#   administers its security does nothing else.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 中枢配备专职工作人员
#   description_zh: 主管部门或运行单位配备足够的专职人员，且安全管理员为专职。
#   severity: high
#   subject: hub
#   requirements: [HUB-B1, HUB-C1.1, GBT22239-8.1.7.2.a, GBT22239-8.1.7.2.b]
#   evidence: [records]
#   max_age: 26h
#   params: {full_time: {default: 2, bound: ">=1"}}
#   remedy:
#     manual: Appoint full-time staff, make the security administrator full time, and record them as person and post.
#     manual_zh: 任命专职人员并将安全管理员设为专职，在人员（person）与岗位（post）记录中登记。
#   dated: true
package controls.people.staff_full_time

import data.lib.records

deny contains {"item": "full_time_staff", "expected": sprintf(">= %d", [_least]), "actual": count(_staff)} if {
	count(_staff) < _least
}

deny contains {"item": post.id, "expected": "full_time", "actual": employment} if {
	some post in input.records.post
	post.role == "security_admin"
	post.primary != null
	some employment in _employments(post.primary)
	employment != "full_time"
}

deny contains {"item": "security_admin", "expected": ">= 1", "actual": 0} if {
	count([post | some post in input.records.post; post.role == "security_admin"; post.primary != null]) == 0
}

# Null for somebody without a record; of somebody who is recorded twice all count.
_employments(id) := found if {
	found := {person.employment | some person in input.records.person; person.id == id}
	count(found) > 0
} else := {null}

_staff contains person.id if {
	some person in input.records.person
	records.active(person, input.as_of)
	person.employment == "full_time"
	some party in input.records.party
	party.id == person.party
	party.role in {"competent_authority", "operator"}
}

_least := data.params.people.staff_full_time.full_time
