# METADATA
# title: Emergency plans say what they must reach
# description: Each plan in force sets its response time, recovery time and recovery point, and responds before it recovers.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 应急预案设有量化指标
#   description_zh: 每项现行预案都规定了响应时间、恢复时间和恢复点目标，且响应时间不长于恢复时间。
#   severity: medium
#   subject: hub
#   requirements: [HUB-C3.1, GBT22239-8.1.10.13.b]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Set the plan's response time, recovery time and recovery point and record them.
#     manual_zh: 为该预案确定响应时间、恢复时间和恢复点目标，并予以登记。
#   dated: true
package controls.emergency.indicators_set

import data.lib.records

deny contains {
	"item": plan.id,
	"expected": ["response_minutes", "rpo_minutes", "rto_minutes"],
	"actual": null,
} if {
	some plan in _in_force
	plan.indicators == null
}

deny contains {
	"item": sprintf("%s.response_minutes", [plan.id]),
	"expected": sprintf("<= %d", [plan.indicators.rto_minutes]),
	"actual": plan.indicators.response_minutes,
} if {
	some plan in _in_force
	plan.indicators.response_minutes > plan.indicators.rto_minutes
}

deny contains {"item": "emergency_plan", "expected": ">= 1", "actual": 0} if count(_in_force) == 0

_in_force := [plan | some plan in input.records.emergency_plan; records.in_force(plan, input.as_of)]
