# METADATA
# title: Who operates for hire was chosen lawfully, is able, and is bound by a contract
# description: >-
#   Each supplier with access has a contract with scope, work and security demands, valid proofs, and was
#   assessed.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 外包运维服务商选择合规、能力达标、协议完备
#   description_zh: 有访问权限的供应商均签有在有效期内的外包运维合同，约定范围、工作内容和全部安全要求；选择方式合规，能力证明有效，并按期考核。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.10.14.a, GBT22239-8.1.10.14.b, GBT22239-8.1.10.14.c, GBT22239-8.1.10.14.d]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     demands: {default: [capability, confidentiality, outage_support, sensitive_access, sensitive_processing, sensitive_storage], bound: superset}
#   remedy:
#     manual: Agree with the supplier what is missing, assess it, and record the contract; or end its access.
#     manual_zh: 与服务商补充约定并完成考核，登记合同；否则终止其访问。
#   dated: true
package controls.operation.outsourcing_agreed

import data.lib.operation
import data.lib.records

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": party.id, "expected": "contract in force", "actual": null} if {
	some party in _hired
	not party.id in {contract.party | some contract in _contracts}
}

deny contains {"item": "party", "expected": ">= 1", "actual": 0} if count(input.records.party) == 0

not_applicable := {"en": "nobody operates or maintains the hub for hire", "zh": "没有外包运维"} if {
	count(input.records.party) > 0
	count(_hired) == 0
}

_params := data.params.operation.outsourcing_agreed

_wrong contains [contract, field, expected] if {
	some contract in _contracts
	some field, expected in object.union_n([
		{"selection": "a lawful way" | contract.selection == null},
		{"selected_by": "post" | contract.selected_by == null},
		{"scope": ">= 1" | count(contract.scope) == 0},
		{"tasks": ">= 1" | count(contract.tasks) == 0},
		{"demands": sort(_params.demands) | some demand in _params.demands; not demand in contract.demands},
		{"qualifications": "valid" | count([1 | some one in contract.qualifications; not records.over(one.expires, input.as_of)]) == 0},
		# In its first year a contractor is assessed by being chosen.
		{"assessed": operation.since(input.as_of, _params.days) |
			not operation.recent(max([contract.assessed, contract.signed]), input.as_of, _params.days)
		},
	])
}

_hired := [party |
	some party in input.records.party
	party.role == "supplier"
	party.access
	not records.over(party.ended, input.as_of)
]

_contracts := [contract |
	some contract in input.records.outsourcing
	operation.used(contract.signed, contract.expires, input.as_of)
]
