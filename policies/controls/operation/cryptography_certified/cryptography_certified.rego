# METADATA
# title: Systems use cryptographic products and algorithms that are nationally approved
# description: >-
#   Each system of the level has such a product; each product in use has a valid certificate, approved algorithms
#   only, and was compared with its certificate.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 使用经国家密码管理部门认证核准的密码产品与技术
#   description_zh: 相应等级的系统均使用密码产品；在用密码产品证书有效，只启用核准的密码算法，并按期核对。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.10.9.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     level: {default: 3, bound: "<=3"}
#     algorithms: {default: [SM2, SM3, SM4, SM9, ZUC], bound: subset}
#   remedy:
#     manual: Use a certified product with approved algorithms, or renew the certificate, and record the comparison.
#     manual_zh: 改用有认证证书的产品和核准算法，或更新证书，核对后登记。
#   dated: true
package controls.operation.cryptography_certified

import data.lib.operation
import data.lib.records

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": system.id, "expected": "crypto_product", "actual": null} if {
	some system in _systems
	not system.id in {id | some product in _products; some id in product.systems}
}

deny contains {"item": "system", "expected": ">= 1", "actual": 0} if count(_systems) == 0

_params := data.params.operation.cryptography_certified

_wrong contains [product, field, expected] if {
	some product in _products
	some field, expected in object.union_n([
		{"certificate": "number" | product.certificate == null},
		{"expires": sprintf(">= %s", [records.today(input.as_of)]) | records.over(product.expires, input.as_of)},
		{"algorithms": sort(_params.algorithms) | some used in product.algorithms; not used in _params.algorithms},
		{"checked": operation.since(input.as_of, _params.days) |
			not operation.recent(product.checked, input.as_of, _params.days)
		},
	])
}

_products := [product |
	some product in input.records.crypto_product
	not records.over(product.ended, input.as_of)
]

_systems := [system |
	some system in input.records.system
	operation.used(system.opened, system.retired, input.as_of)
	system.level >= _params.level
]
