# METADATA
# title: All emergency plans keep to one framework
# description: >-
#   One framework in force says when a plan is activated, who is in charge, what is held ready, and how people are
#   trained afterwards; every plan keeps to it.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 各类应急预案遵循统一的应急预案框架
#   description_zh: 应急预案框架唯一且现行有效，规定启动条件、应急组织、应急资源保障和事后教育培训；各现行预案均纳入其中。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.13.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     points: {default: [activation, after_training, organisation, resources], bound: superset}
#   remedy:
#     manual: Complete the framework, have it approved, and bring the plan under it.
#     manual_zh: 完善并批准应急预案框架，将该预案纳入框架。
#   dated: true
package controls.emergency.plans_share_framework

import data.lib.operation
import data.lib.records

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "emergency_framework", "expected": 1, "actual": count(_frameworks)} if count(_frameworks) != 1

deny contains {"item": plan.id, "expected": "in the framework", "actual": null} if {
	some plan in input.records.emergency_plan
	records.in_force(plan, input.as_of)
	some framework in _frameworks
	not plan.id in framework.plans
}

_params := data.params.emergency.plans_share_framework

_wrong contains fault if {
	some framework in _frameworks
	some fault in operation.procedure_faults(framework, _params.points, input.as_of, _params.days)
}

_frameworks := operation.procedures(input.records.procedure, "emergency_framework", input.as_of)
