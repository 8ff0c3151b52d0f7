# METADATA
# title: All data is classified, and the classification is reviewed
# description: >-
#   What nobody has classified is protected by accident. Each data asset in use has a category and a level that somebody
#   looked at within the period, and each system in operation has data assets.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 全部数据已分类分级并按期复核
#   description_zh: 未经分类分级的数据得不到有针对性的保护。每项在用数据资产均有类别和级别并在规定周期内复核，每个在用系统均登记有数据资产。
#   severity: high
#   subject: hub
#   requirements: [HUB-C4.4]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=365"}
#   remedy:
#     manual: Classify the data by category and level, or review what was set, and record it (data_asset.classification).
#     manual_zh: 确定数据的类别和级别或复核原有结果，登记在数据资产（data_asset）记录的 classification 中。
#   dated: true
#   measured: true
package controls.data.classified

import data.lib.checks

deny contains {
	"item": sprintf("%s.classification", [asset.id]),
	"expected": sprintf("<= %d", [_days]),
	"actual": checks.age(asset.classification, input.as_of),
} if {
	some asset in _assets
	checks.overdue(asset.classification, _days, input.as_of)
}

deny contains {"item": system.id, "expected": ">= 1", "actual": 0} if {
	some system in checks.in_use(input.records.system, input.as_of)
	count([1 | some asset in _assets; asset.system == system.id]) == 0
}

deny contains {"item": "data_asset", "expected": ">= 1", "actual": 0} if count(_assets) == 0

_assets := checks.in_use(input.records.data_asset, input.as_of)

_days := data.params.data.classified.days
