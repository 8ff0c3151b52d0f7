# METADATA
# title: Only set posts get at data, and personal information is used by right
# description: >-
#   Each data asset in use names the posts that may have access; within the period somebody looked and found no others.
#   What makes the use of personal information lawful is settled.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 数据仅限获准岗位访问，个人信息依法使用
#   description_zh: 每项在用数据资产均指明获准访问的岗位，在规定周期内核查且未发现其他岗位具有权限；个人信息的处理具有合法性基础。
#   severity: high_risk
#   subject: hub
#   requirements: [HUB-C4.4, GBT22239-8.1.4.11.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 180, bound: "<=365"}
#   remedy:
#     manual: Withdraw what access is not allowed, settle who may have it and by what right, look again, and record it (data_asset).
#     manual_zh: 收回未获准的权限，明确获准岗位与合法性基础，重新核查后登记在数据资产（data_asset）记录中。
#   dated: true
#   measured: true
package controls.data.access_restricted

import data.lib.checks

deny contains {"item": sprintf("%s.access", [asset.id]), "expected": ">= 1", "actual": 0} if {
	some asset in _assets
	count(asset.access) == 0
}

deny contains {
	"item": sprintf("%s.access_review", [asset.id]),
	"expected": sprintf("<= %d", [_days]),
	"actual": checks.age(asset.access_review, input.as_of),
} if {
	some asset in _assets
	checks.overdue(asset.access_review, _days, input.as_of)
}

deny contains {"item": sprintf("%s.access_review.found", [asset.id]), "expected": sort(asset.access), "actual": sort(asset.access_review.found)} if {
	some asset in _assets
	some post in asset.access_review.found
	not post in asset.access
}

deny contains {"item": sprintf("%s.personal.basis", [asset.id]), "expected": "stated", "actual": null} if {
	some asset in _assets
	asset.personal != null
	asset.personal.basis == null
}

deny contains {"item": "data_asset", "expected": ">= 1", "actual": 0} if count(_assets) == 0

_assets := checks.in_use(input.records.data_asset, input.as_of)

_days := data.params.data.access_restricted.days
