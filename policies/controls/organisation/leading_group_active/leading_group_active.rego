# METADATA
# title: A leading group under a leader of the organisation guides security and meets
# description: The group is headed by a leader or by such a leader's mandate, has active members, and met in the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 成立网络安全领导小组，组长由单位主管领导担任或授权，并定期召开会议
#   description_zh: 领导小组组长由单位主管领导担任或由其授权，成员在岗，并在规定周期内召开会议且形成纪要。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.7.1.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     members: {default: 2, bound: ">=2"}
#   remedy:
#     manual: Set up the group by a formal document under a leader, hold its meeting, and record both.
#     manual_zh: 由单位主管领导牵头正式发文成立领导小组，召开会议，并予以登记。
#   dated: true
package controls.organisation.leading_group_active

import data.lib.records

deny contains {"item": "committee", "expected": ">= 1", "actual": 0} if count(_groups) == 0

deny contains {"item": sprintf("%s.head_by", [group.id]), "expected": ["leader", "mandate"], "actual": "other"} if {
	some group in _groups
	group.head_by == "other"
}

deny contains {"item": sprintf("%s.head", [group.id]), "expected": "active", "actual": group.head} if {
	some group in _groups
	not group.head in _active
}

deny contains {"item": sprintf("%s.members", [group.id]), "expected": sprintf(">= %d", [_params.members]), "actual": n} if {
	some group in _groups
	n := count({id | some id in group.members; id in _active})
	n < _params.members
}

deny contains {"item": sprintf("%s.meeting", [group.id]), "expected": sprintf(">= %s", [_earliest]), "actual": _met(group)} if {
	some group in _groups
	not _met(group) >= _earliest
}

_params := data.params.organisation.leading_group_active

_earliest := records.day_after(input.as_of, 0 - _params.days)

_groups := [group |
	some group in input.records.committee
	records.reached(group.founded, input.as_of)
	not records.over(group.dissolved, input.as_of)
]

_active := {person.id | some person in input.records.person; records.active(person, input.as_of)}

# The day of the last meeting that somebody of the group chaired and that has minutes; null for none.
_met(group) := max({null} | {meeting.held |
	some meeting in input.records.meeting
	meeting.topic == "leading_group"
	meeting.chair in ({group.head} | {id | some id in group.members})
	records.reached(meeting.minutes, input.as_of)
})
