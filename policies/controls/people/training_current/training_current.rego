# METADATA
# title: Everybody with access is trained in every field within the period
# description: Security technology, security management, and operation; newcomers have a short time to catch up.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 有访问权限的人员按期接受各领域培训
#   description_zh: 培训领域包括安全技术、安全管理和运行维护；新到岗人员给予短期宽限。
#   severity: medium
#   subject: hub
#   requirements: [HUB-C4.7, HUB-B4, GBT22239-8.1.8.3.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=365"}
#     newcomer_days: {default: 30, bound: "<=90"}
#     topics: {default: [operation, security_management, security_technology], bound: superset}
#   remedy:
#     manual: Train the person in the field that is named and record the session with those who attended.
#     manual_zh: 安排该人员参加相应领域的培训，并登记培训及参加人员。
#   dated: true
#   measured: true
package controls.people.training_current

import data.lib.records

deny contains {
	"item": sprintf("%s.%s", [person.id, topic]),
	"expected": sprintf("<= %d", [_params.days]),
	"actual": _age(person, topic),
} if {
	some person in input.records.person
	records.active(person, input.as_of)
	person.access
	records.days_since(person.joined, input.as_of) > _params.newcomer_days
	some topic in _params.topics
	not _current(person, topic)
}

deny contains {"item": "person", "expected": ">= 1", "actual": 0} if count(input.records.person) == 0

_params := data.params.people.training_current

_current(person, topic) if {
	age := _age(person, topic)
	age != null
	age <= _params.days
}

# Days since the last session in a field; null for none. A session still to come is none.
_age(person, topic) := min(_ages(person, topic)) if {
	count(_ages(person, topic)) > 0
} else := null

_ages(person, topic) := [records.days_since(session.held, input.as_of) |
	some session in input.records.training
	session.topic == topic
	person.id in session.attended
	records.reached(session.held, input.as_of)
]
