# METADATA
# title: What drills show to be weak is taken up as an improvement in time
# description: |
#   A drill that failed or showed weaknesses leads to an improvement within some days, and no year goes by in which
#   no problem is taken up at all.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 演练发现的问题及时列入改进
#   description_zh: 演练未达标或发现问题的，应在规定天数内提出改进事项；一个周期内未提出任何改进事项，说明问题识别机制未运行。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D3.2]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 14, bound: "<=60"}
#     period_days: {default: 366, bound: "<=366"}
#   remedy:
#     manual: Open an improvement whose source is the drill, and record it.
#     manual_zh: 以该次演练为来源提出改进事项，并登记。
#   dated: true
package controls.improvement.problems_taken_up

import data.lib.records

deny contains {"item": "improvement", "expected": ">= 1", "actual": 0} if {
	count([1 | some improvement in input.records.improvement; _ago(improvement.opened) in numbers.range(0, _params.period_days)]) == 0
}

deny contains {"item": drill.id, "expected": ">= 1", "actual": 0} if {
	some drill in input.records.drill
	_weak(drill)
	_ago(drill.held) > _params.days
	_ago(drill.held) <= _params.period_days
	every improvement in input.records.improvement { not _takes_up(improvement, drill) }
}

_params := data.params.improvement.problems_taken_up

_weak(drill) if drill.outcome == "failed"

_weak(drill) if drill.weaknesses > 0

_takes_up(improvement, drill) if {
	improvement.source.kind == "drill"
	improvement.source.reference == drill.id
	_ago(drill.held) - _ago(improvement.opened) <= _params.days
}

_ago(day) := records.days_since(day, input.as_of)
