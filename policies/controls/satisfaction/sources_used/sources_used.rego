# METADATA
# title: Satisfaction is learnt from independent evaluation, surveys and complaints
# description: |
#   Each of the three told something within the period. An evaluation counts when whoever made it neither has a
#   part in the hub nor can get at it. A year without any complaint says that the way to complain is not known;
#   a trial complaint shows that it is open.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 通过第三方评价、满意度调查和用户投诉了解满意度
#   description_zh: 三种来源在规定周期内均有结果；评价机构须独立，不参与中枢建设运行，也不能接触中枢。全年没有投诉，说明投诉渠道未被知晓，可用试投诉证明渠道畅通。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D1.1]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 366, bound: "<=366"}}
#   remedy:
#     manual: Have an independent party evaluate, survey the users, or make the way to complain known; record the result.
#     manual_zh: 委托独立机构评价、开展满意度调查或公布投诉渠道，并登记结果。
#   dated: true
#   measured: true
package controls.satisfaction.sources_used

import data.lib.records

deny contains {"item": source, "expected": sprintf("<= %d", [_days]), "actual": _age(days)} if {
	some source, days in _told
	not _recent(days)
}

_days := data.params.satisfaction.sources_used.days

# The days on which each source told something.
_told := {
	"third_party_evaluation": [evaluation.held |
		some evaluation in input.records.third_party_evaluation
		some party in input.records.party
		party.id == evaluation.party
		party.role == "supplier"
		not party.access
	],
	"survey": [survey.compiled | some survey in input.records.survey],
	"complaint": [complaint.received | some complaint in input.records.complaint],
}

_recent(days) if {
	age := _age(days)
	age != null
	age <= _days
}

# Days since the newest of them; null for none. What is still to come is none.
_age(days) := min(_ages(days)) if {
	count(_ages(days)) > 0
} else := null

_ages(days) := [records.days_since(day, input.as_of) |
	some day in days
	records.reached(day, input.as_of)
]
