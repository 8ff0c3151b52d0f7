# METADATA
# title: Logs, alarms and monitoring are analysed for suspicious events by somebody in charge
# description: >-
#   An auditor or security administrator did so within the period, and each suspicious event became a problem or
#   an incident.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 指定专人定期分析日志、监测和报警数据
#   description_zh: 审计管理员或安全管理员按期分析日志、监测和报警数据，所发现的可疑行为均登记为问题或安全事件。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.6.f]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 184, bound: "<=184"}
#     roles: {default: [audit_admin, security_admin], bound: subset}
#     sources: {default: [alarms, logs, monitoring], bound: superset}
#   remedy:
#     manual: Analyse the period, open a problem or an incident for each suspicious event, and record the analysis.
#     manual_zh: 分析该时段数据，将可疑行为登记为问题或安全事件，并登记分析情况。
#   dated: true
package controls.operation.logs_analysed

import data.lib.operation

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "log_analysis", "expected": operation.since(input.as_of, _params.days), "actual": null} if {
	count(_checks) == 0
}

_params := data.params.operation.logs_analysed

_wrong contains fault if {
	some check in _checks
	some fault in operation.unfollowed(check)
}

_wrong contains [check, "sources", sort(_params.sources)] if {
	some check in _checks
	some source in _params.sources
	not source in check.sources
}

_wrong contains [check, "by", sort(_params.roles)] if {
	some check in _checks
	not check.by in _in_charge
}

_checks := operation.checks(input.records.operation_check, "log_analysis", input.as_of, _params.days)

_in_charge := {person |
	some post in input.records.post
	post.role in _params.roles
	some person in [post.primary, post.deputy]
}
