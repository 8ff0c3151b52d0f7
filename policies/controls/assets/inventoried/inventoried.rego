# METADATA
# title: Assets are counted, labelled and weighed
# description: >-
#   Each asset of the register carries a label and was found in place within the period; what much depends on has
#   measures of its own.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 资产已标识、盘点并按价值管理
#   description_zh: 清单中各项资产均有标签并按期盘点；重要资产有相应的管理措施。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.2.a, GBT22239-8.1.10.2.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=365"}
#     valuable: {default: [core, important], bound: superset}
#   remedy:
#     manual: Register the asset, label it, decide what is done for it, and find it in place; record the day and the person.
#     manual_zh: 登记该资产并粘贴标签，确定管理措施，现场盘点后登记日期和人员。
#   dated: true
package controls.assets.inventoried

import data.lib.operation

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "asset", "expected": ">= 1", "actual": 0} if count(_assets) == 0

_params := data.params.assets.inventoried

_wrong contains [asset, "inventoried", operation.since(input.as_of, _params.days)] if {
	some asset in _assets
	not operation.recent(asset.inventoried, input.as_of, _params.days)
}

_wrong contains [asset, "tag", "label"] if {
	some asset in _assets
	asset.tag == null
}

_wrong contains [asset, "measures", ">= 1"] if {
	some asset in _assets
	asset.importance in _params.valuable
	count(asset.measures) == 0
}

_assets := [asset |
	some asset in input.records.asset
	operation.used(asset.acquired, asset.disposed, input.as_of)
]
