# METADATA
# title: Devices leave by approval, and nobody can read what is on them
# description: >-
#   Each device that left its place was approved first; what it stores was encrypted or wiped, or it stores
#   nothing.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 设备带出经批准且数据不可读取
#   description_zh: 设备带离机房或办公地点前经过批准；含存储的设备，其数据已加密或清除。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.10.4.c]
#   evidence: [records]
#   max_age: 26h
#   params: {look_back: {default: 365, bound: ">=365"}}
#   remedy:
#     manual: Have it approved before the device leaves, encrypt or wipe the data, and record both.
#     manual_zh: 设备带出前办理审批，加密或清除数据，并予以登记。
#   dated: true
package controls.assets.taken_out_safely

import data.lib.operation

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "asset", "expected": ">= 1", "actual": 0} if count(input.records.asset) == 0

not_applicable := {"en": "no device left its place in the period", "zh": "期内无设备带出"} if {
	count(input.records.asset) > 0
	count(_handovers) == 0
}

_wrong contains [handover, "approved", sprintf("<= %s", [handover.day])] if {
	some handover in _handovers
	not operation.approved_before(handover, handover.day)
}

_wrong contains [handover, "data", "not readable"] if {
	some handover in _handovers
	handover.data == "readable"
}

_handovers := [handover |
	some handover in input.records.handover
	handover.asset != null
	not handover.purpose in {"reuse", "scrapping"}
	operation.recent(handover.day, input.as_of, data.params.assets.taken_out_safely.look_back)
]
