# METADATA
# title: Regular and coordinating meetings are held, minuted and followed up
# description: Each kind was held in the period with minutes; every meeting is minuted in time and no action is overdue.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 例会和安全协调会定期召开，形成纪要并跟踪落实
#   description_zh: 运行例会和安全协调会在规定周期内召开并形成纪要；各次会议按时印发纪要，议定事项无逾期。
#   severity: medium
#   subject: hub
#   requirements: [HUB-A6, GBT22239-8.1.7.4.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 183, bound: "<=183"}
#     minutes_days: {default: 14, bound: "<=31"}
#     topics: {default: [coordination, regular], bound: superset}
#   remedy:
#     manual: Hold the meeting, issue its minutes, or finish the action, and record the day.
#     manual_zh: 召开会议，印发会议纪要，或完成议定事项，并登记日期。
#   dated: true
package controls.organisation.meetings_followed_up

import data.lib.records

deny contains {"item": topic, "expected": sprintf(">= %s", [_earliest]), "actual": _last(topic)} if {
	some topic in _params.topics
	not _last(topic) >= _earliest
}

deny contains {"item": sprintf("%s.minutes", [meeting.id]), "expected": "issued", "actual": null} if {
	some meeting in input.records.meeting
	records.days_since(meeting.held, input.as_of) > _params.minutes_days
	not records.reached(meeting.minutes, input.as_of)
}

deny contains {
	"item": sprintf("%s.actions.%d", [meeting.id, number]),
	"expected": sprintf("<= %s", [action.due]),
	"actual": action.done,
} if {
	some meeting in input.records.meeting
	some number, action in meeting.actions
	records.over(action.due, input.as_of)
	not records.reached(action.done, input.as_of)
}

_params := data.params.organisation.meetings_followed_up

_earliest := records.day_after(input.as_of, 0 - _params.days)

# The day of the last minuted meeting of a kind; null for none.
_last(topic) := max({null} | {meeting.held |
	some meeting in input.records.meeting
	meeting.topic == topic
	records.reached(meeting.minutes, input.as_of)
})
