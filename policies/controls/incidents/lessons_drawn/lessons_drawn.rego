# METADATA
# title: Incidents are closed with cause, evidence, record and lessons
# description: >-
#   None stays open past the period; each that was closed says what caused it, where the evidence is, how it was
#   handled and what was learnt.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 安全事件办结时查明原因、留存证据、记录过程、总结教训
#   description_zh: 无超期未办结事件；已办结事件均写明原因、证据存放处、处置过程记录和经验教训。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.12.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 30, bound: "<=90"}
#     look_back: {default: 365, bound: ">=365"}
#   remedy:
#     manual: Find the cause, keep the evidence, write down the handling and the lessons, and close the incident.
#     manual_zh: 查明原因、留存证据、记录处置过程并总结教训后办结。
#   dated: true
package controls.incidents.lessons_drawn

import data.lib.operation
import data.lib.records

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "return", "expected": ">= 1", "actual": 0} if {
	count(_incidents) == 0
	_returns == 0
}

not_applicable := {
	"en": "no weakness, suspicion or incident was recorded in the period, as the return on incidents says",
	"zh": "期内未发生安全弱点、可疑事件或安全事件（见安全事件定期报告）",
} if {
	count(_incidents) == 0
	_returns > 0
}

_params := data.params.incidents.lessons_drawn

_wrong contains [incident, "closed", sprintf("%s and %d days", [incident.found, _params.days])] if {
	some incident in _incidents
	not _closed(incident)
	not operation.recent(incident.found, input.as_of, _params.days)
}

_wrong contains [incident, field, "said"] if {
	some incident in _incidents
	_closed(incident)
	some field in ["cause", "evidence", "lessons", "log"]
	incident[field] == null
}

_closed(incident) if records.reached(incident.closed, input.as_of)

# What is still open counts, however old it is.
_incidents := [incident | some incident in input.records.incident; _counts(incident)]

_counts(incident) if operation.recent(incident.found, input.as_of, _params.look_back)

_counts(incident) if not _closed(incident)

_returns := count(operation.checks(input.records.operation_check, "incidents", input.as_of, _params.look_back))
