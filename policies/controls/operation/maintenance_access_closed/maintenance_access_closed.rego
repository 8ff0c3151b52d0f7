# METADATA
# title: Tools and remote channels are let in by approval, logged, and closed when the work is done
# description: >-
#   Each was approved first, for a few days; a foreign device was scanned before it was connected, and sensitive
#   data were deleted from tools.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 运维工具与远程运维审批接入、全程留痕、用后关闭
#   description_zh: 接入或开通前经过批准并限定期限；操作日志不可更改；外来设备接入前查毒；用后关闭通道、清除工具中的敏感数据。
#   severity: high_risk
#   subject: hub
#   requirements: [GBT22239-8.1.10.6.h, GBT22239-8.1.10.6.i, GBT22239-8.1.10.7.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     look_back: {default: 365, bound: ">=365"}
#     open_days: {default: 7, bound: "<=31"}
#     scan_days: {default: 1, bound: "<=7"}
#   remedy:
#     manual: Close the channel or disconnect the tool, delete the data, and have the next approved and scanned first.
#     manual_zh: 关闭通道或断开工具并清除数据；再次接入前先审批、先查毒。
#   dated: true
package controls.operation.maintenance_access_closed

import data.lib.operation
import data.lib.records

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "maintenance_access", "expected": ">= 1", "actual": 0} if count(_accesses) == 0

_params := data.params.operation.maintenance_access_closed

_wrong contains [access, field, expected] if {
	some access in _accesses
	some field, expected in object.union_n([
		{"approved": sprintf("<= %s", [access.opened]) | not operation.approved_before(access, access.opened)},
		{"log": "where it is kept" | access.log == null},
		{"until": sprintf("<= %d days", [_params.open_days]) | _lasts(access) > _params.open_days},
		{"closed": sprintf("<= %s", [access.until]) | records.over(access.until, input.as_of); not _closed_in_time(access)},
		{"connection": "remote_maintenance" | access.form == "remote"; not access.connection in _channels},
		{"scanned": "before it was connected" | access.foreign; not _scanned(access)},
		{"cleaned": "after the work" | access.form == "tool"; records.reached(access.closed, input.as_of); not _cleaned(access)},
	])
}

_accesses := [access |
	some access in input.records.maintenance_access
	operation.recent(access.opened, input.as_of, _params.look_back)
]

_lasts(access) := records.days_since(access.opened, input.as_of) - records.days_since(access.until, input.as_of)

_closed_in_time(access) if {
	access.closed != null
	access.closed <= access.until
}

_scanned(access) if {
	access.scanned != null
	age := records.days_since(access.scanned, input.as_of) - records.days_since(access.opened, input.as_of)
	age >= 0
	age <= _params.scan_days
}

_cleaned(access) if access.cleaned >= access.closed

_channels := {channel.id | some channel in input.records.outside_connection; channel.purpose == "remote_maintenance"}
