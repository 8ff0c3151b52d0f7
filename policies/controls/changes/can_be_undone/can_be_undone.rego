# METADATA
# title: Every change can be stopped and undone
# description: >-
#   Each approved change says when it is stopped, how it is undone and by which post; far-reaching ones were
#   rehearsed, and none failed and was left so.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 变更可中止并可恢复，必要时事先演练
#   description_zh: 已批准的变更均明确中止条件、恢复步骤和负责岗位；影响大的变更事先演练恢复过程；失败的变更均已恢复。
#   severity: high
#   subject: hub
#   requirements: [HUB-C2.4, GBT22239-8.1.10.10.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     look_back: {default: 365, bound: ">=365"}
#     rehearse: {default: [high], bound: superset}
#   remedy:
#     manual: Plan how the change is stopped and undone, rehearse it, and undo what failed.
#     manual_zh: 制定中止与恢复步骤并演练；对失败的变更实施恢复。
#   dated: true
package controls.changes.can_be_undone

import data.lib.operation
import data.lib.records

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "change", "expected": ">= 1", "actual": 0} if count(_changes) == 0

_params := data.params.changes.can_be_undone

_wrong contains [change, field, "said"] if {
	some change in _changes
	some field in ["stop_when", "undo", "undone_by"]
	change[field] == null
}

_wrong contains [change, "rehearsed", sprintf("<= %s", [change.done])] if {
	some change in _changes
	change.impact in _params.rehearse
	records.reached(change.done, input.as_of)
	not _rehearsed(change)
}

_wrong contains [change, "outcome", "succeeded or undone"] if {
	some change in _changes
	change.outcome == "failed"
}

_rehearsed(change) if {
	change.rehearsed != null
	change.rehearsed <= change.done
}

# A change that is not done yet has to be prepared as well.
_changes := [change |
	some change in input.records.change
	records.reached(change.approved, input.as_of)
	_counts(change)
]

_counts(change) if operation.recent(change.done, input.as_of, _params.look_back)

_counts(change) if not records.reached(change.done, input.as_of)
