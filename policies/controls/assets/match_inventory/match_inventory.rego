# METADATA
# title: The register of assets and the inventory name the same hosts
# description: |-
#   A host that is run and not registered belongs to nobody; one that is registered and not run is lost, or is watched,
#   backed up and checked by nobody. Application systems run on hosts that there are.
# schemas:
#   - input.records: schema.records
#   - input.estate: schema.estate
# custom:
#   title_zh: 资产清单与主机清单一致
#   description_zh: 在运行而未登记的主机无人负责；已登记而不在主机清单中的主机已失联，或未被监控、备份和检查。应用系统所在主机均真实存在。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.10.2.a]
#   evidence: [records, estate]
#   max_age: 26h
#   params: {}
#   remedy:
#     manual: Register the host (host of an asset), or record the day on which the asset went out of use.
#     manual_zh: 在资产（asset）记录的 host 中登记该主机，或登记该资产的停用日期。
#   dated: true
package controls.assets.match_inventory

import data.lib.records

deny contains {"item": host, "expected": "one asset", "actual": sort(_assets_of(host))} if {
	some host in input.estate.inventory
	count(_assets_of(host)) != 1
}

deny contains {"item": asset.id, "expected": "a host of the inventory", "actual": asset.host} if {
	some asset in _used
	asset.host != null
	not asset.host in input.estate.inventory
}

deny contains {"item": sprintf("%s.%s", [system.id, host]), "expected": "a host of the inventory", "actual": host} if {
	some system in input.records.system
	records.reached(system.opened, input.as_of)
	not records.over(system.retired, input.as_of)
	some host in system.hosts
	not host in input.estate.inventory
}

_assets_of(host) := {asset.id | some asset in _used; asset.host == host}

_used := [asset |
	some asset in input.records.asset
	records.reached(asset.acquired, input.as_of)
	not records.over(asset.disposed, input.as_of)
]
