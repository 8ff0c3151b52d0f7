# METADATA
# title: Authorities, suppliers, experts and security organisations are kept in touch with
# description: With each there was an exchange in the period; the list holds every supplier and builder, and each entry was confirmed.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 与职能部门、供应商、专家及安全组织保持沟通，外联单位清单有效
#   description_zh: 与各类外联单位在规定周期内有沟通；清单涵盖全部供应商和建设单位，各条联系信息按期核实。
#   severity: low
#   subject: hub
#   requirements: [GBT22239-8.1.7.4.b, GBT22239-8.1.7.4.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     exchanged_days: {default: 365, bound: "<=366"}
#     confirmed_days: {default: 183, bound: "<=366"}
#     topics: {default: [authority, expert, security_organisation, supplier], bound: superset}
#   remedy:
#     manual: Get in touch, call to confirm the entry, or add the organisation to the list, and record the day.
#     manual_zh: 开展沟通，核实联系信息，或将该单位补入清单，并登记日期。
#   dated: true
package controls.organisation.contacts_current

import data.lib.records

deny contains {"item": topic, "expected": sprintf(">= %s", [_earliest]), "actual": _exchanged(topic)} if {
	some topic in _params.topics
	not _exchanged(topic) >= _earliest
}

deny contains {"item": contact.id, "expected": sprintf(">= %s", [_confirmed_from]), "actual": contact.confirmed} if {
	some contact in input.records.contact
	not _confirmed(contact)
}

deny contains {"item": party.id, "expected": "listed", "actual": null} if {
	some party in input.records.party
	party.role in {"builder", "supplier"}
	not records.over(party.ended, input.as_of)
	not party.id in {contact.party | some contact in input.records.contact}
}

_params := data.params.organisation.contacts_current

_earliest := records.day_after(input.as_of, 0 - _params.exchanged_days)

_confirmed_from := records.day_after(input.as_of, 0 - _params.confirmed_days)

# Null for none; an exchange still to come is none.
_exchanged(topic) := max({null} | {contact.exchanged |
	some contact in input.records.contact
	contact.topic == topic
	records.reached(contact.exchanged, input.as_of)
})

_confirmed(contact) if {
	records.reached(contact.confirmed, input.as_of)
	contact.confirmed >= _confirmed_from
}
