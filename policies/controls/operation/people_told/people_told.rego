# METADATA
# title: Everybody with access was told how to keep malware out and how to report what is suspicious
# description: Each confirmed both within the period; newcomers have a short time.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 有访问权限的人员均已告知恶意代码防范与事件报告要求
#   description_zh: 各有访问权限的人员按期签收恶意代码防范告知、安全弱点与可疑事件报告告知；新到岗人员给予短期宽限。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.7.a, GBT22239-8.1.10.12.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     newcomer_days: {default: 30, bound: "<=90"}
#     topics: {default: [incident_reporting, malware], bound: superset}
#   remedy:
#     manual: Tell the person, have it confirmed, and record the notice with those who confirmed it.
#     manual_zh: 向该人员告知并由其签收，登记告知及签收人员。
#   dated: true
package controls.operation.people_told

import data.lib.operation
import data.lib.records

deny contains {
	"item": sprintf("%s.%s", [person.id, topic]),
	"expected": operation.since(input.as_of, _params.days),
	"actual": max({notice.given | some notice in input.records.awareness_notice; _reached(notice, person, topic)} | {null}),
} if {
	some person in _people
	some topic in _params.topics
	not _told(person, topic)
}

deny contains {"item": "person", "expected": ">= 1", "actual": 0} if count(input.records.person) == 0

_params := data.params.operation.people_told

_told(person, topic) if {
	some notice in input.records.awareness_notice
	_reached(notice, person, topic)
	operation.recent(notice.given, input.as_of, _params.days)
}

_reached(notice, person, topic) if {
	notice.topic == topic
	person.id in notice.confirmed_by
	records.reached(notice.given, input.as_of)
}

_people := [person |
	some person in input.records.person
	records.active(person, input.as_of)
	person.access
	records.days_since(person.joined, input.as_of) > _params.newcomer_days
]
