# METADATA
# title: Those who leave lose their access in time
# description: |
#   Accounts, keys and cards are taken back within the period after the last day of work. Who left longer ago counts
#   for as long as the access is still there.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 离岗人员的访问权限及时收回
#   description_zh: 人员离岗后，账号、密钥与门禁权限在规定期限内全部收回。离岗已久的，仅在权限仍未收回时计入。
#   severity: high
#   subject: hub
#   requirements: [HUB-B6, GBT22239-8.1.8.2.a]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 1, bound: "<=7"}, look_back: {default: 365, bound: ">=365"}}
#   remedy:
#     manual: Withdraw the person's accounts, keys and cards now and record the day.
#     manual_zh: 立即收回该人员的账号、密钥与门禁权限，并登记日期。
#   dated: true
#   measured: true
package controls.people.leavers_access_withdrawn

import data.lib.records

deny contains {"item": person.id, "expected": sprintf("<= %d", [_days]), "actual": _waited(person)} if {
	some person in _leavers
	_waited(person) > _days
}

deny contains {"item": "person", "expected": ">= 1", "actual": 0} if count(input.records.person) == 0

not_applicable := {"en": "Nobody with access has left of late.", "zh": "近期没有拥有访问权限的人员离岗。"} if {
	count(input.records.person) > 0
	count(_leavers) == 0
}

_params := data.params.people.leavers_access_withdrawn

_days := _params.days

_leavers := [person |
	some person in input.records.person
	person.access
	records.over(person.left, input.as_of)
	not _settled(person)
]

_settled(person) if {
	records.days_since(person.left, input.as_of) > _params.look_back
	records.reached(person.access_withdrawn, input.as_of)
}

# Days from leaving to withdrawal, or until now while it has not happened.
_waited(person) := records.days_since(person.left, input.as_of) - _withdrawn_for(person)

_withdrawn_for(person) := records.days_since(person.access_withdrawn, input.as_of) if {
	records.reached(person.access_withdrawn, input.as_of)
} else := 0
