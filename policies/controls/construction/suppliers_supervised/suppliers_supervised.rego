# METADATA
# title: Service suppliers are lawfully chosen, qualified and reviewed
# description: |
#   Of the builder and each supplier that still serves, choice and valid qualification are recorded, somebody who is not
#   theirs reviewed the service within the period, and the last change of it was approved before it was made.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 服务供应商依法选定、资质有效并定期评审
#   description_zh: 在服务的建设单位和供应商均有选定依据和有效资质，在规定周期内由非该供应商人员评审其服务，服务内容变更经批准后实施。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.9.10.a, GBT22239-8.1.9.10.c]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 365, bound: "<=366"}}
#   remedy:
#     manual: Verify choice and qualification, review the service or approve its change, and record it; else end the service.
#     manual_zh: 核实选定依据和资质，评审服务或审批其变更，并予以登记；否则终止服务。
#   dated: true
#   measured: true
package controls.construction.suppliers_supervised

import data.lib.construction
import data.lib.records

deny contains {"item": party.id, "expected": ">= 1", "actual": 0} if {
	some party in _parties
	count([one | some one in input.records.supplier; one.party == party.id]) == 0
}

deny contains {"item": "party", "expected": ">= 1", "actual": 0} if count(_parties) == 0

deny contains denial if {
	some one in _suppliers
	some denial in (construction.blank(one, ["procurement", "qualification", "qualified_until"]) | construction.overdue(one, "reviewed", data.params.construction.suppliers_supervised.days, input.as_of))
}

deny contains {"item": sprintf("%s.qualified_until", [one.id]), "expected": sprintf(">= %s", [_today]), "actual": one.qualified_until} if {
	some one in _suppliers
	records.over(one.qualified_until, input.as_of)
}

deny contains {"item": sprintf("%s.reviewed_by", [one.id]), "expected": "not of the supplier", "actual": one.reviewed_by} if {
	some one in _suppliers
	not one.reviewed_by in {person.id | some person in input.records.person; person.party != one.party}
}

deny contains denial if {
	some one in _suppliers
	one.changed != null
	some denial in (construction.blank(one, ["change_approved_by"]) | construction.late(one, {"change_approved": one.changed}, input.as_of))
}

_today := records.today(input.as_of)

_parties := [party |
	some party in input.records.party
	party.role in {"builder", "supplier"}
	not records.over(party.ended, input.as_of)
]

_suppliers := [one |
	some party in _parties
	some one in input.records.supplier
	one.party == party.id
]
