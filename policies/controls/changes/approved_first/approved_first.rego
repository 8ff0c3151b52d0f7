# METADATA
# title: Changes are planned, reviewed and approved before they are made, and recorded to the end
# description: >-
#   The log of the work cannot be altered, the base of configurations follows, and what is deployed or far-
#   reaching is accepted by somebody else.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 变更先定方案、评审审批后实施，全程记录并更新配置库
#   description_zh: 变更方案经他人评审并批准后实施；操作日志不可更改，实施后及时更新配置信息库；部署类和影响大的变更由他人验收。
#   severity: high_risk
#   subject: hub
#   requirements: [HUB-C2.4, GBT22239-8.1.10.6.g, GBT22239-8.1.10.10.a, GBT22239-8.1.10.10.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     base_days: {default: 7, bound: "<=14"}
#     accept_days: {default: 14, bound: "<=31"}
#     look_back: {default: 365, bound: ">=365"}
#   remedy:
#     manual: Complete what is missing, and have the next change planned, reviewed and approved first.
#     manual_zh: 补齐缺失环节；后续变更先制定方案，经评审、审批后实施。
#   dated: true
package controls.changes.approved_first

import data.lib.operation
import data.lib.records

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "change", "expected": ">= 1", "actual": 0} if count(_changes) == 0

_params := data.params.changes.approved_first

_wrong contains [change, field, expected] if {
	some change in _changes
	some field, expected in object.union_n([
		{"plan": "number" | change.plan == null},
		{"reviewed_by": "!= requested_by" | change.reviewed_by in {null, change.requested_by}},
		{"approved": sprintf("<= %s", [change.done]) | not operation.approved_before(change, change.done)},
		{"log": "where it is kept" | change.log == null},
		{"base_updated": _within(change, _params.base_days) | _missed(change, "base_updated", _params.base_days)},
		{"accepted": _within(change, _params.accept_days) | _weighty(change); _missed(change, "accepted", _params.accept_days)},
		{"accepted_by": "!= by" | _weighty(change); change.accepted_by == change.by},
	])
}

_changes := [change |
	some change in input.records.change
	operation.recent(change.done, input.as_of, _params.look_back)
]

_weighty(change) if change.form == "deployment"

_weighty(change) if change.impact == "high"

_within(change, days) := sprintf("%s and %d days", [change.done, days])

_missed(change, field, days) if {
	not records.reached(change[field], input.as_of)
	not operation.recent(change.done, input.as_of, days)
}

_missed(change, field, days) if {
	change[field] != null
	gap := records.days_since(change.done, input.as_of) - records.days_since(change[field], input.as_of)
	not gap in numbers.range(0, days)
}
