# METADATA
# title: Every important device is set up and run by a manual
# description: >-
#   A manual in force covers settings, tuning and operation of each; devices were compared with it within the
#   period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 重要设备按配置和操作手册配置、运行
#   description_zh: 各重要设备均有现行的配置和操作手册，内容包括安全配置、优化配置和操作，并按期对照检查设备。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.6.d]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     points: {default: [configuration, operation, tuning], bound: superset}
#     categories: {default: [network_device, security_device, server, storage], bound: superset}
#     importance: {default: [core, important], bound: superset}
#   remedy:
#     manual: Write the manual, have it approved, compare the devices with it, and record the day and the person.
#     manual_zh: 编制并批准手册，对照手册检查设备配置，登记日期和人员。
#   dated: true
package controls.operation.manuals_followed

import data.lib.operation

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": asset.id, "expected": "device_manual", "actual": null} if {
	some asset in _devices
	not asset.id in {id | some manual in _manuals; some id in manual.assets}
}

deny contains {"item": "asset", "expected": ">= 1", "actual": 0} if count(_devices) == 0

_params := data.params.operation.manuals_followed

_wrong contains fault if {
	some manual in _manuals
	some fault in operation.procedure_faults(manual, _params.points, input.as_of, _params.days)
}

_manuals := operation.procedures(input.records.procedure, "device_manual", input.as_of)

_devices := [asset |
	some asset in input.records.asset
	asset.category in _params.categories
	asset.importance in _params.importance
	operation.used(asset.acquired, asset.disposed, input.as_of)
]
