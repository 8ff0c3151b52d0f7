# METADATA
# title: Every connection with the outside is approved, and others are looked for
# description: >-
#   Each was approved before it was opened and compared with the approval within the period; the sites were
#   searched for connections that nobody approved.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 外部连接均经批准，定期检查违规外联与违规无线接入
#   description_zh: 各外部连接开通前经过批准，并按期核查；定期检查违规无线上网及其他违规外联，所发现问题均已登记。
#   severity: high_risk
#   subject: hub
#   requirements: [GBT22239-8.1.10.6.j]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 184, bound: "<=366"}}
#   remedy:
#     manual: Have the connection approved or close it; search the sites for others and record the search.
#     manual_zh: 补办审批或拆除该连接；检查各场所有无违规连接并予以登记。
#   dated: true
package controls.operation.outside_connections_approved

import data.lib.operation

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "outside_connection", "expected": ">= 1", "actual": 0} if count(_connections) == 0

deny contains {"item": "search", "expected": operation.since(input.as_of, _days), "actual": null} if count(_checks) == 0

_days := data.params.operation.outside_connections_approved.days

_wrong contains [connection, "approved", sprintf("<= %s", [connection.opened])] if {
	some connection in _connections
	not operation.approved_before(connection, connection.opened)
}

_wrong contains [connection, "checked", operation.since(input.as_of, _days)] if {
	some connection in _connections
	not operation.recent(connection.checked, input.as_of, _days)
}

_wrong contains fault if {
	some check in _checks
	some fault in operation.unfollowed(check)
}

_connections := [connection |
	some connection in input.records.outside_connection
	operation.used(connection.opened, connection.closed, input.as_of)
]

_checks := operation.checks(input.records.operation_check, "outside_connections", input.as_of, _days)
