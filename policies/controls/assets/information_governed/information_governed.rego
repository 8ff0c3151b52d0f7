# METADATA
# title: Information is classified, marked and used by rules
# description: >-
#   Rules in force say how it is classified, marked, used, passed on and stored, and practice was compared with
#   them; each medium bears its class and label.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 信息分类标识并规范使用
#   description_zh: 现行规范对信息的分类、标识、使用、传输和存储作出规定，并按期对照检查；在册介质均已定级并标识。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.2.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=365"}
#     points: {default: [classification, marking, storage, transfer, use], bound: superset}
#   remedy:
#     manual: Write the rules, have them approved, compare practice with them, and classify and label what was left out.
#     manual_zh: 制定并批准信息分类标识与使用规范，对照检查执行情况，补齐介质的定级与标识。
#   dated: true
package controls.assets.information_governed

import data.lib.operation

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "information", "expected": ">= 1", "actual": 0} if count(_rules) == 0

_params := data.params.assets.information_governed

_wrong contains fault if {
	some rules in _rules
	some fault in operation.procedure_faults(rules, _params.points, input.as_of, _params.days)
}

_wrong contains [medium, field, expected] if {
	some medium in input.records.media
	operation.used(medium.archived, medium.disposed, input.as_of)
	some field, expected in {"information": "class", "tag": "label"}
	medium[field] == null
}

_rules := operation.procedures(input.records.procedure, "information", input.as_of)
