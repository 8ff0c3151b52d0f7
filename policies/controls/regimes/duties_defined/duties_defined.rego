# METADATA
# title: What each party answers for is written down
# description: Competent authority, operator, builder and suppliers are recorded, each with its duties.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 各参与方职责明确
#   description_zh: 主管部门、运行单位、建设单位和供应商均已登记，并写明各自职责。
#   severity: medium
#   subject: hub
#   requirements: [HUB-A2, HUB-C2.1, GBT22239-8.1.7.1.b]
#   evidence: [records]
#   max_age: 26h
#   params: {roles: {default: [builder, competent_authority, operator, supplier], bound: superset}}
#   remedy:
#     manual: Agree the duties with the party and record them.
#     manual_zh: 与该参与方明确职责并予以登记。
#   dated: true
package controls.regimes.duties_defined

import data.lib.records

deny contains {"item": party.id, "expected": ">= 1", "actual": 0} if {
	some party in _current
	count(party.duties) == 0
}

deny contains {"item": role, "expected": ">= 1", "actual": 0} if {
	some role in data.params.regimes.duties_defined.roles
	count([party | some party in _current; party.role == role]) == 0
}

_current := [party | some party in input.records.party; not records.over(party.ended, input.as_of)]
