# METADATA
# title: Security and cryptographic products are certified and chosen by test
# description: |
#   Every system in operation uses products of each purpose; each was certified for its purposes when it was bought, was
#   tested before, and is on a list of candidates that was reviewed within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 网络安全产品和密码产品经认证并经选型测试
#   description_zh: 在用系统配有各类产品；产品采购时持有相应有效的认证（检测）证书，采购前经选型测试，候选产品名单在规定周期内审定更新。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.9.3.a, GBT22239-8.1.9.3.b, GBT22239-8.1.9.3.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     purposes: {default: [cryptography, security], bound: superset}
#   remedy:
#     manual: Replace the product by a certified one, or review the list of candidates, and record it.
#     manual_zh: 更换为经认证（检测）合格的产品，或审定更新候选产品名单，并予以登记。
#   dated: true
#   measured: true
package controls.construction.products_compliant

import data.lib.construction
import data.lib.records

deny contains {"item": sprintf("%s.%s", [denial.item, purpose]), "expected": denial.expected, "actual": denial.actual} if {
	some purpose in _params.purposes
	some denial in construction.unrecorded(_systems, _users(purpose))
}

deny contains {"item": sprintf("%s.%s", [product.id, purpose]), "expected": product.acquired, "actual": _validity(product, purpose)} if {
	some product in _products
	some purpose in product.purposes
	not _certified(product, purpose)
}

deny contains denial if {
	some product in _products
	some denial in construction.late(product, {"tested": product.acquired}, input.as_of)
}

deny contains denial if {
	some product in _products
	some denial in (construction.overdue(product, "candidates_reviewed", _params.days, input.as_of) | construction.blank(product, ["candidates_reviewed_by"]))
}

_params := data.params.construction.products_compliant

_systems := construction.operating(input.records.system, input.as_of)

_products := [product |
	some product in input.records.product
	not records.over(product.removed, input.as_of)
	count({system.id | some system in _systems; system.id in product.systems}) > 0
]

_users(purpose) := {id | some product in _products; purpose in product.purposes; some id in product.systems}

_certified(product, purpose) if {
	some certificate in product.certificates
	certificate.purpose == purpose
	certificate.issued <= product.acquired
	product.acquired <= certificate.expires
}

_validity(product, purpose) := [[one.issued, one.expires] | some one in product.certificates; one.purpose == purpose]
