# METADATA
# title: Every risk that was found is decided on and dealt with in time
# description: >-
#   What is to be done is decided soon and done by its day; a risk that is accepted is small enough, and a post
#   accepts it anew each year.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 已识别风险均确定处置方式并按期处置
#   description_zh: 风险识别后及时确定处置方式并按期完成；接受的风险等级须在可接受范围内，并按期重新批准。
#   severity: high
#   subject: hub
#   requirements: [HUB-C4.8, GBT22239-8.1.10.5.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     decide_days: {default: 30, bound: "<=60"}
#     treat_days: {default: 180, bound: "<=365"}
#     accept_days: {default: 365, bound: "<=366"}
#     acceptable: {default: [low, medium], bound: subset}
#   remedy:
#     manual: Decide on the risk and do what was decided, or have it accepted by a post, and record it.
#     manual_zh: 确定并落实处置措施，或由有权岗位批准接受，予以登记。
#   dated: true
package controls.operation.risks_treated

import data.lib.operation
import data.lib.records

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "risk", "expected": ">= 1", "actual": 0} if count(_risks) == 0

_params := data.params.operation.risks_treated

_wrong contains [risk, "treatment", "decided"] if {
	some risk in _risks
	risk.treatment == null
	records.days_since(risk.identified, input.as_of) > _params.decide_days
}

_wrong contains [risk, field, expected] if {
	some risk in _risks
	not risk.treatment in {null, "accept"}
	some field, expected in object.union_n([
		{"due": sprintf("<= %d days", [_params.treat_days]) | not _due_in_time(risk)},
		{"closed": sprintf("<= %s", [risk.due]) | records.over(risk.due, input.as_of); not records.reached(risk.closed, input.as_of)},
	])
}

_wrong contains [risk, field, expected] if {
	some risk in _risks
	risk.treatment == "accept"
	some field, expected in object.union_n([
		{"rating": sort(_params.acceptable) | not risk.rating in _params.acceptable},
		{"accepted": operation.since(input.as_of, _params.accept_days) |
			not operation.recent(risk.accepted, input.as_of, _params.accept_days)
		},
	])
}

_due_in_time(risk) if {
	risk.due != null
	records.days_since(risk.identified, input.as_of) - records.days_since(risk.due, input.as_of) <= _params.treat_days
}

_risks := [risk | some risk in input.records.risk; records.reached(risk.identified, input.as_of)]
