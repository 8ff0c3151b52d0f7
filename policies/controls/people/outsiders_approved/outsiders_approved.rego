# METADATA
# title: Outsiders enter rooms and systems on a written request that was approved first
# description: Request and approvals come before the first day; somebody escorts them or opens their accounts; each is registered.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 外部人员进入受控区域或接入系统均经书面申请和批准
#   description_zh: 书面申请和批准在访问开始前完成，由专人全程陪同或开设账户、分配权限，并登记备案；在用的外包人员均有接入登记。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.8.4.a, GBT22239-8.1.8.4.b]
#   evidence: [records]
#   max_age: 26h
#   params: {history_days: {default: 365, bound: ">=365"}}
#   remedy:
#     manual: End the access, or have it requested, approved and registered, and record it.
#     manual_zh: 终止该访问，或补办书面申请、审批和登记备案，并予以登记。
#   dated: true
package controls.people.outsiders_approved

import data.lib.organisation
import data.lib.records

deny contains {"item": sprintf("%s.%s", [access.id, step]), "expected": sprintf("<= %s", [access.starts]), "actual": day} if {
	some access in _begun
	approved := max({null} | {consent.given | some consent in access.approvals})
	some step, day in {"requested": access.requested, "approvals": approved}
	not organisation.by(day, access.starts)
}

deny contains {"item": sprintf("%s.handled_by", [access.id]), "expected": "person", "actual": null} if {
	some access in _begun
	access.handled_by == null
}

deny contains {"item": sprintf("%s.registered", [access.id]), "expected": "day", "actual": access.registered} if {
	some access in _begun
	not records.reached(access.registered, input.as_of)
}

deny contains {"item": person.id, "expected": "external_access", "actual": null} if {
	some person in _outsourced
	not person.id in {access.person |
		some access in _begun
		access.topic == "system"
		not records.over(access.ends, input.as_of)
	}
}

deny contains {"item": "person", "expected": ">= 1", "actual": 0} if count(input.records.person) == 0

not_applicable := {"en": "No outsider was let in.", "zh": "没有外部人员访问。"} if {
	count(input.records.person) > 0
	count(_outsourced) + count(_begun) == 0
}

# What ended longer ago is history that nobody can mend.
_begun := [access |
	some access in input.records.external_access
	records.reached(access.starts, input.as_of)
	records.days_since(access.ends, input.as_of) <= data.params.people.outsiders_approved.history_days
]

_outsourced := [person |
	some person in input.records.person
	person.employment == "outsourced"
	person.access
	records.active(person, input.as_of)
]
