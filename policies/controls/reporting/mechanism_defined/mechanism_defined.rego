# METADATA
# title: Every kind of report has a definition under one regime
# description: >-
#   For operation, satisfaction, inspections and emergencies a definition in force says how often, of what and through
#   whose hands; a regime of reporting in force lays it down, another post approves than compiles, and no term is too long.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 各类报告均依统一的报告管理制度规定编制周期、内容和流程
#   description_zh: 运行、满意度、安全检查、应急各类报告均有现行的编制规定，以现行报告管理制度为依据；编制与审批岗位不同且均有人任职，内容齐全，期限不超过上限。
#   severity: medium
#   subject: hub
#   requirements: [HUB-D2.1]
#   evidence: [records]
#   max_age: 26h
#   params:
#     topics: {default: [emergency, inspection, operation, satisfaction], bound: superset}
#     contents: {default: [analysis, sources], bound: superset}
#     compile_days: {default: 31, bound: "<=31"}
#     archive_days: {default: 62, bound: "<=62"}
#   remedy:
#     manual: Define the report under the regime of reporting, with its frequency, contents, terms and posts, and record it.
#     manual_zh: 依据报告管理制度明确该类报告的编制周期、内容、期限及编制、审批岗位，并登记编制规定。
#   dated: true
package controls.reporting.mechanism_defined

import data.lib.records

deny contains {"item": topic, "expected": ">= 1", "actual": 0} if {
	some topic in _params.topics
	count([definition | some definition in _in_force; definition.topic == topic]) == 0
}

deny contains {"item": sprintf("%s.regime", [definition.id]), "expected": "regime of reporting in force", "actual": definition.regime} if {
	some definition in _in_force
	not definition.regime in _regimes
}

deny contains {"item": sprintf("%s.approved_by", [definition.id]), "expected": sprintf("!= %s", [definition.compiled_by]), "actual": definition.approved_by} if {
	some definition in _in_force
	definition.approved_by == definition.compiled_by
}

deny contains {"item": sprintf("%s.%s", [definition.id, field]), "expected": "post with a holder", "actual": definition[field]} if {
	some definition in _in_force
	some field in ["compiled_by", "approved_by"]
	not definition[field] in {post.id | some post in input.records.post; post.primary != null}
}

deny contains {"item": sprintf("%s.%s", [definition.id, content]), "expected": "content", "actual": null} if {
	some definition in _in_force
	some content in _params.contents
	not content in definition.contents
}

deny contains {"item": sprintf("%s.%s", [definition.id, term]), "expected": sprintf("<= %d", [_params[term]]), "actual": definition[term]} if {
	some definition in _in_force
	some term in ["compile_days", "archive_days"]
	definition[term] > _params[term]
}

_params := data.params.reporting.mechanism_defined

_in_force := [definition |
	some definition in input.records.report_definition
	records.reached(definition.starts, input.as_of)
	not records.over(definition.ends, input.as_of)
]

_regimes := {regime.id | some regime in input.records.regime; regime.topic == "reporting"; records.in_force(regime, input.as_of)}
