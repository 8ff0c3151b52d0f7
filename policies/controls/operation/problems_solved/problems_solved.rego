# METADATA
# title: Problems are put right in time
# description: >-
#   Each has a deadline by how grave it is; none is open past it, most were closed by it, and each closing says
#   what was done and who confirmed it.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 运维问题按期处理
#   description_zh: 各问题按严重程度设定处理期限；无逾期未结问题，按期办结率达标，办结问题均写明处理情况并经确认。
#   severity: medium
#   subject: hub
#   requirements: [HUB-A3]
#   evidence: [records]
#   max_age: 26h
#   params:
#     high_days: {default: 7, bound: "<=14"}
#     medium_days: {default: 30, bound: "<=60"}
#     low_days: {default: 90, bound: "<=180"}
#     in_time: {default: 90, bound: ">=80"}
#     look_back: {default: 365, bound: ">=365"}
#   remedy:
#     manual: Put the problem right, have it confirmed, and record both.
#     manual_zh: 解决该问题并经确认，予以登记。
#   dated: true
#   measured: true
package controls.operation.problems_solved

import data.lib.operation
import data.lib.records

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "closed in time, percent", "expected": sprintf(">= %d", [_params.in_time]), "actual": share} if {
	closed := [problem | some problem in _problems; records.reached(problem.closed, input.as_of)]
	count(closed) > 0
	share := floor((100 * count([1 | some problem in closed; problem.closed <= problem.due])) / count(closed))
	share < _params.in_time
}

deny contains {"item": "problem", "expected": ">= 1", "actual": 0} if count(_problems) == 0

_params := data.params.operation.problems_solved

_limits := {"high": _params.high_days, "medium": _params.medium_days, "low": _params.low_days}

_wrong contains [problem, field, expected] if {
	some problem in _problems
	some field, expected in object.union_n([
		{"closed": sprintf("<= %s", [problem.due]) | not _closed(problem); records.over(problem.due, input.as_of)},
		{"due": sprintf("<= %d days", [_limits[problem.severity]]) | _allowed(problem) > _limits[problem.severity]},
		{"solution": "what was done" | _closed(problem); problem.solution == null},
		{"confirmed_by": "person" | _closed(problem); problem.confirmed_by == null},
	])
}

_closed(problem) if records.reached(problem.closed, input.as_of)

_allowed(problem) := records.days_since(problem.opened, input.as_of) - records.days_since(problem.due, input.as_of)

# What is still open counts, however old it is.
_problems := [problem | some problem in input.records.problem; _counts(problem)]

_counts(problem) if operation.recent(problem.opened, input.as_of, _params.look_back)

_counts(problem) if {
	records.reached(problem.opened, input.as_of)
	not _closed(problem)
}
