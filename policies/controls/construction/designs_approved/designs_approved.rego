# METADATA
# title: Every system in operation follows an approved security design
# description: |
#   Its measures are those of the system's level and were checked against a risk analysis within the period; overall plan
#   and scheme are written and include cryptography; experts reviewed them, then they were approved, then implemented.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 在用系统的安全方案经论证批准后实施
#   description_zh: 安全措施与系统等级一致并在规定周期内依据风险分析结果核对调整，安全整体规划和设计方案齐备且含密码内容，先论证、后批准、再实施。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.9.2.a, GBT22239-8.1.9.2.b, GBT22239-8.1.9.2.c]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 365, bound: "<=366"}}
#   remedy:
#     manual: Complete the design, have experts review it, have it approved and check it against the risk analysis; record it.
#     manual_zh: 补全安全规划与设计方案，组织专家论证并报批，依据风险分析结果核对安全措施，并予以登记。
#   dated: true
#   measured: true
package controls.construction.designs_approved

import data.lib.construction

deny contains denial if {
	some denial in construction.unrecorded(_systems, {design.system | some design in input.records.design})
}

deny contains {"item": sprintf("%s.level", [design.id]), "expected": system.level, "actual": design.level} if {
	some system in _systems
	some design in construction.of([system], input.records.design)
	design.level != system.level
}

deny contains denial if {
	some design in _designs
	some denial in construction.overdue(design, "measures_checked", data.params.construction.designs_approved.days, input.as_of)
}

deny contains denial if {
	some design in _designs
	some denial in construction.blank(design, ["measures_checked_by", "plan", "scheme", "approved_by"])
}

deny contains denial if {
	some design in _designs
	some denial in construction.untrue(design, ["cryptography"])
}

deny contains denial if {
	some design in _designs
	steps := {"experts_reviewed": design.approved, "approved": design.implemented}
	some denial in construction.late(design, steps, input.as_of)
}

_systems := construction.operating(input.records.system, input.as_of)

_designs := construction.of(_systems, input.records.design)
