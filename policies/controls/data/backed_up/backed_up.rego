# METADATA
# title: All data that cannot be made again is backed up
# description: Each data asset in use that is not declared as reproducible names a data set that some host backs up.
# schemas:
#   - input.records: schema.records
#   - input.estate: schema.estate
# custom:
#   title_zh: 不可重新生成的数据全部纳入备份
#   description_zh: 每项未声明为可重新生成的在用数据资产均指明其所属的数据集，且该数据集确由某台主机按备份目录备份。
#   severity: high_risk
#   subject: hub
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.a, GBT22239-8.1.10.11.a]
#   evidence: [records, estate]
#   max_age: 26h
#   params: {}
#   remedy:
#     manual: Add the data to the backup catalogue (backup_catalogue) and record its data set (data_asset.backup).
#     manual_zh: 将该数据纳入备份目录（backup_catalogue），并登记所属数据集（data_asset 的 backup）。
#   dated: true
package controls.data.backed_up

import data.lib.checks
import data.lib.estate

deny contains {"item": sprintf("%s.backup", [asset.id]), "expected": sort(_sets), "actual": asset.backup} if {
	some asset in _assets
	not asset.reproducible
	not asset.backup in _sets
	not _may_be_elsewhere(asset)
}

deny contains {"item": "data_asset", "expected": ">= 1", "actual": 0} if count(_assets) == 0

# Its data set may be of a host that could not be asked; where none is named there is none.
_may_be_elsewhere(asset) if {
	estate.partial
	asset.backup != null
}

_assets := checks.in_use(input.records.data_asset, input.as_of)

_sets := {name | some host in input.estate.hosts; some name in host.backup_sets}
