# METADATA
# title: An improvement is closed only while the control that shows its effect passes
# description: |
#   Where a control found the problem, or is named to show the effect, it passes wherever the improvement is for, and
#   goes on passing for some time after closing; then what comes back is a new problem.
# schemas:
#   - input.improvements: schema.improvements
# custom:
#   title_zh: 改进事项关闭后，验证成效的控制项保持通过
#   description_zh: 发现问题的控制项（或指定用以验证成效的控制项）在所涉对象上重新通过后方可关闭改进事项，且关闭后一段时间内保持通过；此后再次出现的按新问题处理。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D3.4]
#   evidence: [improvements]
#   max_age: 26h
#   params: {days: {default: 180, bound: ">=90"}}
#   remedy:
#     manual: Open the improvement again and carry on until the control passes; correct a control's name that is wrong.
#     manual_zh: 重新打开改进事项，继续整改直至控制项通过；控制项编号有误的应更正。
#   dated: true
package controls.improvement.effective

import data.lib.records

deny contains {"item": sprintf("%s.control", [improvement.id]), "expected": true, "actual": false} if {
	some improvement in input.improvements.improvements
	not improvement.known
}

deny contains {"item": concat(".", [improvement.id, finding.subject]), "expected": "pass", "actual": finding.status} if {
	some improvement in _closed
	some finding in improvement.findings
	not finding.status in _good(improvement)
}

# Where it applies nowhere any more, nothing shows an effect.
deny contains {"item": improvement.id, "expected": ">= 1", "actual": 0} if {
	some improvement in _closed
	improvement.known
	not _unsure(improvement)
	every finding in improvement.findings { finding.status == "not_applicable" }
}

not_applicable := {"en": "No improvement has its effect shown by a control.", "zh": "没有以控制项验证成效的改进事项。"} if {
	count(input.improvements.improvements) == 0
	count(input.improvements.unreadable) == 0
}

_closed := [improvement |
	some improvement in input.improvements.improvements
	records.reached(improvement.closed, input.as_of)
	records.days_since(improvement.closed, input.as_of) <= data.params.improvement.effective.days
]

# What the section itself calls unreadable is unknown, not denied.
_good(improvement) := {"pass", "not_applicable", "error", "unknown", "stale"} if {
	_unsure(improvement)
} else := {"pass", "not_applicable"}

_unsure(improvement) if improvement.id in {hole.what | some hole in input.improvements.unreadable}
