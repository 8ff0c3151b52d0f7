# METADATA
# title: The hub is inspected every day by a set procedure, and the log of it is checked
# description: >-
#   A procedure names what is looked at each day and a post that somebody holds; somebody else checks the log for
#   missing days.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 按规程每日巡检，巡检记录定期抽查
#   description_zh: 巡检规程明确每日巡检内容和在岗的责任岗位；由他人按期抽查巡检记录，漏检等问题均已登记。
#   severity: medium
#   subject: hub
#   requirements: [HUB-C1.2]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 184, bound: "<=184"}
#     review_days: {default: 365, bound: "<=366"}
#     points: {default: [alarms, backups, capacity, environment, logs, malware], bound: superset}
#   remedy:
#     manual: Name a post that inspects daily by a procedure, have the log checked by somebody else, and record the check.
#     manual_zh: 指定岗位按规程每日巡检，由他人抽查巡检记录并登记。
#   dated: true
package controls.operation.inspected_daily

import data.lib.operation

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "daily_inspection", "expected": ">= 1", "actual": 0} if count(_procedures) == 0

deny contains {"item": "daily_inspection.log", "expected": operation.since(input.as_of, _params.days), "actual": null} if {
	count(_checks) == 0
}

_params := data.params.operation.inspected_daily

_wrong contains fault if {
	some procedure in _procedures
	some fault in operation.procedure_faults(procedure, _params.points, input.as_of, _params.review_days)
}

_wrong contains [procedure, "owner", "held post"] if {
	some procedure in _procedures
	not procedure.owner in operation.held(input.records.post, input.records.person, input.as_of)
}

_wrong contains fault if {
	some check in _checks
	some fault in operation.unfollowed(check)
}

_wrong contains [check, "by", "not who inspects"] if {
	some check in _checks
	some procedure in _procedures
	some post in input.records.post
	post.id == procedure.owner
	check.by in [post.primary, post.deputy]
}

_procedures := operation.procedures(input.records.procedure, "daily_inspection", input.as_of)

_checks := operation.checks(input.records.operation_check, "daily_inspection", input.as_of, _params.days)
