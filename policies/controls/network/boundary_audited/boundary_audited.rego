# METADATA
# title: The boundary and key nodes record who passes, and the records are safe
# description: >-
#   Each boundary device and key communication device records time, user, event and outcome, sends the records to a log
#   server and keeps them long enough. Somebody saw that within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 网络边界和重要网络节点开展安全审计
#   description_zh: 每台边界设备和关键通信设备的审计记录含时间、用户、事件类型和结果，实时转存至日志服务器并留存足够时长；在规定周期内经过核查。
#   severity: high_risk
#   subject: hub
#   requirements: [GBT22239-8.1.3.5.a, GBT22239-8.1.3.5.b, GBT22239-8.1.3.5.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 180, bound: "<=365"}
#     holds: {default: [event, outcome, time, user], bound: superset}
#     kept_days: {default: 180, bound: ">=180"}
#   remedy:
#     manual: Turn the device's audit on, send its records to the log server, and record what was seen (device.trail).
#     manual_zh: 启用设备审计并将记录转存至日志服务器，把核查结果登记在设备（device）记录的 trail 中。
#   dated: true
#   measured: true
package controls.network.boundary_audited

import data.lib.checks

deny contains {"item": "boundary", "expected": ">= 1", "actual": 0} if {
	count([1 | some device in _judged; device.role == "boundary"]) == 0
}

deny contains {
	"item": sprintf("%s.trail", [device.id]),
	"expected": sprintf("<= %d", [_params.days]),
	"actual": checks.age(device.trail, input.as_of),
} if {
	some device in _judged
	checks.overdue(device.trail, _params.days, input.as_of)
}

deny contains {"item": sprintf("%s.trail.holds", [device.id]), "expected": sort(_params.holds), "actual": sort(device.trail.holds)} if {
	some device in _judged
	some part in _params.holds
	not part in device.trail.holds
}

deny contains {"item": sprintf("%s.trail.forwarded", [device.id]), "expected": true, "actual": false} if {
	some device in _judged
	device.trail.forwarded == false
}

deny contains {"item": sprintf("%s.trail.kept_days", [device.id]), "expected": sprintf(">= %d", [_params.kept_days]), "actual": device.trail.kept_days} if {
	some device in _judged
	device.trail.kept_days < _params.kept_days
}

_judged := [device | some device in checks.in_use(input.records.device, input.as_of); _audits(device)]

_audits(device) if device.role == "boundary"

_audits(device) if {
	device.role == "communication"
	device.key
}

_params := data.params.network.boundary_audited
