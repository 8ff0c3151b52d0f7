# METADATA
# title: The satisfaction report rests on all sources and is decided upon
# description: It covers every group, and decisions follow it; below the target an improvement comes of it.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 满意度报告依据完整来源并支撑决策
#   description_zh: 最近一期报告覆盖各类用户，引用第三方评价，投诉件数与记录一致，并据此作出决策；某类用户的调查指数低于目标值的，应形成改进事项。
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
#     manual: Compile the report from all sources, have it decided upon, open improvements, and record both.
#     manual_zh: 依据全部来源编制报告，提交决策，提出改进事项，并登记。
#   dated: true
#   measured: true
package controls.satisfaction.report_decided

import data.lib.records

deny contains {"item": "satisfaction_report", "expected": ">= 1", "actual": 0} if count(_current) == 0

deny contains {"item": concat(".", [report.id, what]), "expected": ">= 1", "actual": 0} if {
	some report in _current
	groups := {group: [s | some s in input.records.survey; s.id in report.surveys; s.group == group] | some group in _params.groups}
	some what, had in object.union(groups, {"evaluations": report.evaluations, "decisions": _decisions(report)})
	count(had) == 0
}

deny contains {"item": sprintf("%s.complaints", [report.id]), "expected": known, "actual": report.complaints} if {
	some report in _current
	known := count([c | some c in input.records.complaint; c.received >= report.starts; c.received <= report.ends])
	known != report.complaints
}

deny contains {"item": concat(".", [report.id, survey.id]), "expected": sprintf(">= %d", [_params.target]), "actual": _index(survey)} if {
	some report in _current
	count(report.improvements) == 0
	some survey in input.records.survey
	survey.id in report.surveys
	_index(survey) < _params.target
}

_params := data.params.satisfaction.report_decided

_current := [report | some report in input.records.satisfaction_report; records.reached(report.compiled, input.as_of); _recent(report)]

_recent(report) if records.days_since(report.ends, input.as_of) <= _params.days

# What was decided; a report that is new may still wait for it.
_decisions(report) := report.decisions if {
	records.reached(report.decided, input.as_of)
} else := ["to come"] if {
	records.days_since(report.compiled, input.as_of) <= _params.decide_days
} else := []

# As in records/satisfaction.py, from 0, where all are very dissatisfied, to 100; no answer is the worst.
_index(survey) := round((2500 * sum(points)) / survey.answered) / 100 if {
	survey.answered > 0
	points := [product | some step, answer in _answers; product := step * survey.scores[answer]]
} else := 0

_answers := ["very_dissatisfied", "dissatisfied", "neutral", "satisfied", "very_satisfied"]
