# METADATA
# title: No more personal information is held than is needed, nor for longer
# description: >-
#   Somebody looked within the period and found no items beside those that the purpose needs, and none older than its time
#   of retention. What is said of systems and of their data agrees.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 仅采集和保存业务必需的个人信息
#   description_zh: 在规定周期内核查，未发现处理目的所需以外的个人信息项，也未发现超过保存期限的个人信息；系统与其数据资产的登记相互一致。
#   severity: high_risk
#   subject: hub
#   requirements: [GBT22239-8.1.4.11.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=365"}
#   remedy:
#     manual: Delete what is not needed or too old, set a time of retention, look again, and record it (data_asset.personal).
#     manual_zh: 删除非必需或超期的个人信息，设定保存期限，重新核查后登记在数据资产（data_asset）记录的 personal 中。
#   dated: true
#   measured: true
package controls.data.personal_information_minimal

import data.lib.checks

deny contains {"item": sprintf("%s.personal_data", [system.id]), "expected": held, "actual": system.personal_data} if {
	some system in _systems
	held := count([1 | some asset in _personal; asset.system == system.id]) > 0
	system.personal_data != held
}

deny contains {"item": sprintf("%s.personal", [asset.id]), "expected": sprintf("<= %d", [_days]), "actual": checks.age(asset.personal, input.as_of)} if {
	some asset in _personal
	checks.overdue(asset.personal, _days, input.as_of)
}

deny contains {"item": sprintf("%s.personal.collected", [asset.id]), "expected": sort(asset.personal.needed), "actual": sort(asset.personal.collected)} if {
	some asset in _personal
	some item in asset.personal.collected
	not item in asset.personal.needed
}

deny contains {"item": sprintf("%s.retention_days", [asset.id]), "expected": ">= 1", "actual": null} if {
	some asset in _personal
	asset.retention_days == null
}

deny contains {"item": sprintf("%s.personal.oldest_days", [asset.id]), "expected": sprintf("<= %d", [asset.retention_days]), "actual": asset.personal.oldest_days} if {
	some asset in _personal
	asset.retention_days != null
	asset.personal.oldest_days > asset.retention_days
}

deny contains {"item": kind, "expected": ">= 1", "actual": 0} if {
	some kind, things in {"data_asset": _assets, "system": _systems}
	count(things) == 0
}

_personal := [asset | some asset in _assets; asset.personal != null]

_systems := checks.in_use(input.records.system, input.as_of)

_assets := checks.in_use(input.records.data_asset, input.as_of)

_days := data.params.data.personal_information_minimal.days
