# METADATA
# title: Full-time staff survey each group at set intervals and compile figures that carry
# description: |
#   The figures of a period are compiled within some days after it, by somebody who works for the hub full time,
#   and rest on enough answers.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 专职人员定期开展满意度调查并统计汇总
#   description_zh: 各类用户按规定周期调查；调查周期结束后在规定期限内由专职人员完成统计，有效回收份数和回收率足以支撑结论。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D1.2]
#   evidence: [records]
#   max_age: 26h
#   params:
#     groups: {default: [agencies, citizens, enterprises], bound: superset}
#     interval_days: {default: 184, bound: "<=366"}
#     compile_days: {default: 30, bound: "<=60"}
#     min_answers: {default: 30, bound: ">=30"}
#     min_rate: {default: 30, bound: ">=20"}
#   remedy:
#     manual: Survey the group, have the figures compiled by full-time staff in time, and record them; ask more where few answer.
#     manual_zh: 对该类用户开展调查，由专职人员按期统计并登记；回收不足的应扩大调查范围。
#   dated: true
#   measured: true
package controls.satisfaction.surveyed_regularly

import data.lib.records

deny contains {"item": group, "expected": sprintf("<= %d", [_longest]), "actual": _age(group)} if {
	some group in _params.groups
	every survey in _current { survey.group != group }
}

deny contains {"item": concat(".", [survey.id, what]), "expected": limit, "actual": actual} if {
	some survey in _current
	some what, [limit, actual, good] in {
		"compiled": [sprintf("<= %d", [_params.compile_days]), _took(survey), _took(survey) <= _params.compile_days],
		"compiled_by": ["full_time", survey.compiled_by, survey.compiled_by in _full_time],
		"answered": [sprintf(">= %d", [_params.min_answers]), survey.answered, survey.answered >= _params.min_answers],
		"rate": [sprintf(">= %d", [_params.min_rate]), _rate(survey), _rate(survey) >= _params.min_rate],
	}
	not good
}

_params := data.params.satisfaction.surveyed_regularly

# The next figures are due when another period and the time to compile have gone by.
_longest := _params.interval_days + _params.compile_days

_current := [survey | some survey in _compiled; records.days_since(survey.ends, input.as_of) <= _longest]

_compiled := [survey | some survey in input.records.survey; records.reached(survey.compiled, input.as_of)]

_full_time := {person.id | some person in input.records.person; person.employment == "full_time"}

# Days since the end of the last period on which a group was asked; null for never.
_age(group) := min(ages) if {
	ages := [records.days_since(survey.ends, input.as_of) | some survey in _compiled; survey.group == group]
	count(ages) > 0
} else := null

_took(survey) := records.days_since(survey.ends, input.as_of) - records.days_since(survey.compiled, input.as_of)

# Of a hundred who were asked, how many answered.
_rate(survey) := floor((100 * survey.answered) / survey.asked)
