# METADATA
# title: Every device and line is maintained within its period
# description: >-
#   Spare devices too. Each has a post that somebody holds and that maintains it, and was maintained within its
#   own period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 各设备与线路专人定期维护
#   description_zh: 含备份与冗余设备。各设备、线路均指定在岗人员维护，并在其维护周期内完成维护。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.4.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 184, bound: "<=366"}
#     categories: {default: [line, network_device, security_device, server, storage, terminal], bound: superset}
#   remedy:
#     manual: Name a post that maintains it, maintain it, and record the job.
#     manual_zh: 指定维护岗位并完成维护，登记维护情况。
#   dated: true
package controls.assets.maintained

import data.lib.operation
import data.lib.records

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "asset", "expected": ">= 1", "actual": 0} if count(_devices) == 0

_params := data.params.assets.maintained

_wrong contains [asset, "maintainer", "held post"] if {
	some asset in _devices
	not asset.maintainer in operation.held(input.records.post, input.records.person, input.as_of)
}

_wrong contains [asset, "maintained_every", sprintf("<= %d", [_params.days])] if {
	some asset in _devices
	not _often(asset)
}

_wrong contains [asset, "maintained", operation.since(input.as_of, asset.maintained_every)] if {
	some asset in _devices
	_often(asset)
	not operation.recent(asset.maintained, input.as_of, asset.maintained_every)
}

_devices := [object.union(asset, {"maintained": max(_days(asset))}) |
	some asset in input.records.asset
	asset.category in _params.categories
	operation.used(asset.acquired, asset.disposed, input.as_of)
]

_days(asset) := {asset.acquired} | {job.done |
	some job in input.records.maintenance
	asset.id in job.assets
	records.reached(job.done, input.as_of)
}

_often(asset) if {
	asset.maintained_every != null
	asset.maintained_every <= _params.days
}
