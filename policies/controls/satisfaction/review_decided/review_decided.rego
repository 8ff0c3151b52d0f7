# METADATA
# title: The figures of all sources are reviewed together and decided upon
# description: A review covers every group, and decisions follow it; below the target an improvement comes of it.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 各来源满意度结果汇总评审并支撑决策
#   description_zh: 最近一期满意度评审覆盖各类用户，引用第三方评价，投诉件数与记录一致，并据此作出决策；某类用户的调查指数低于目标值的，应形成改进事项。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D1.3, HUB-D1.4]
#   evidence: [records]
#   max_age: 26h
#   params:
#     groups: {default: [agencies, citizens, enterprises], bound: superset}
#     days: {default: 244, bound: "<=456"}
#     decide_days: {default: 30, bound: "<=90"}
#     target: {default: 75, bound: ">=60"}
#   remedy:
#     manual: Put the figures of all sources together, have them decided upon, open improvements, and record both.
#     manual_zh: 汇总全部来源的结果并组织评审，形成决策，提出改进事项，并登记。
#   dated: true
#   measured: true
package controls.satisfaction.review_decided

import data.lib.records

deny contains {"item": "satisfaction_review", "expected": ">= 1", "actual": 0} if count(_current) == 0

deny contains {"item": concat(".", [review.id, what]), "expected": ">= 1", "actual": 0} if {
	some review in _current
	groups := {group: [s | some s in input.records.survey; s.id in review.surveys; s.group == group] | some group in _params.groups}
	some what, had in object.union(groups, {"evaluations": review.evaluations, "decisions": _decisions(review)})
	count(had) == 0
}

deny contains {"item": sprintf("%s.complaints", [review.id]), "expected": known, "actual": review.complaints} if {
	some review in _current
	known := count([c | some c in input.records.complaint; c.received >= review.starts; c.received <= review.ends])
	known != review.complaints
}

deny contains {"item": concat(".", [review.id, survey.id]), "expected": sprintf(">= %d", [_params.target]), "actual": _index(survey)} if {
	some review in _current
	count(review.improvements) == 0
	some survey in input.records.survey
	survey.id in review.surveys
	_index(survey) < _params.target
}

_params := data.params.satisfaction.review_decided

_current := [review | some review in input.records.satisfaction_review; records.reached(review.compiled, input.as_of); _recent(review)]

_recent(review) if records.days_since(review.ends, input.as_of) in numbers.range(0, _params.days)

# What was decided; a review that is new may still wait for it.
_decisions(review) := review.decisions if {
	records.reached(review.decided, input.as_of)
} else := ["to come"] if {
	records.days_since(review.compiled, input.as_of) <= _params.decide_days
} else := []

# As in records/satisfaction.py, from 0, where all are very dissatisfied, to 100; no answer is the worst.
_index(survey) := round((2500 * sum(points)) / survey.answered) / 100 if {
	survey.answered > 0
	points := [product | some step, answer in _answers; product := step * survey.scores[answer]]
} else := 0

_answers := ["very_dissatisfied", "dissatisfied", "neutral", "satisfied", "very_satisfied"]
