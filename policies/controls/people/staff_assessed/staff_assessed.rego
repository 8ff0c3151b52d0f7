# METADATA
# title: Everybody with access is assessed within the period, holders of posts in their skills
# description: The last assessment of each field was held in the period and passed; newcomers have some time.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 有访问权限的人员定期考核，岗位人员定期技能考核
#   description_zh: 各类考核最近一次均在规定周期内且合格，主岗人员按岗位进行技能考核；新到岗人员给予短期宽限。
#   severity: medium
#   subject: hub
#   requirements: [HUB-B6, GBT22239-8.1.8.3.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     newcomer_days: {default: 90, bound: "<=183"}
#     topics: {default: [conduct, security], bound: superset}
#   remedy:
#     manual: Assess the person in the field that is named, train whoever failed, and record the result.
#     manual_zh: 对该人员开展相应考核，不合格的培训后补考，并登记结果。
#   dated: true
package controls.people.staff_assessed

import data.lib.records

deny contains {"item": item, "expected": ["passed", sprintf(">= %s", [_earliest])], "actual": _last(item)} if {
	some item in _due
	not _passed(item)
}

deny contains {"item": "person", "expected": ">= 1", "actual": 0} if count(input.records.person) == 0

_params := data.params.people.staff_assessed

_earliest := records.day_after(input.as_of, 0 - _params.days)

_settled contains person.id if {
	some person in input.records.person
	person.access
	records.active(person, input.as_of)
	records.days_since(person.joined, input.as_of) > _params.newcomer_days
}

_due contains sprintf("%s.%s", [id, topic]) if {
	some id in _settled
	some topic in _params.topics
}

_due contains sprintf("%s.skills.%s", [post.primary, post.id]) if {
	some post in input.records.post
	post.primary in _settled
}

_passed(item) if {
	[day, "passed"] = _last(item)
	day >= _earliest
}

# Day and result of the last one, null for none; who failed and passed on one day has passed.
_last(item) := max({null} | {[one.held, one.result] |
	some one in input.records.assessment
	_item(one) == item
	records.reached(one.held, input.as_of)
})

_item(one) := sprintf("%s.%s", [one.person, one.topic]) if one.post == null

_item(one) := sprintf("%s.%s.%s", [one.person, one.topic, one.post]) if one.post != null
