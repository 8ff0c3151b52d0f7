# METADATA
# title: All data that cannot be made again is backed up
# description: >-
#   Each data asset in use that is not declared as reproducible names a data set of the backup catalogue. The param `sets`
#   repeats the catalogue's names, so that a name that is none is found.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 不可重新生成的数据全部纳入备份
#   description_zh: 每项未声明为可重新生成的在用数据资产均指明其所属的备份目录数据集。参数 sets 与备份目录中的名称一致，据此发现不存在的数据集。
#   severity: high_risk
#   subject: hub
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.a, GBT22239-8.1.10.11.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     sets: {default: [audit_logs, configuration, platform_archive, platform_database, platform_dump, platform_files]}
#   remedy:
#     manual: Add the data to the backup catalogue (backup_catalogue) and record its data set (data_asset.backup).
#     manual_zh: 将该数据纳入备份目录（backup_catalogue），并登记所属数据集（data_asset 的 backup）。
#   dated: true
package controls.data.backed_up

import data.lib.checks

deny contains {"item": sprintf("%s.backup", [asset.id]), "expected": sort(_sets), "actual": asset.backup} if {
	some asset in _assets
	not asset.reproducible
	not asset.backup in _sets
}

deny contains {"item": "data_asset", "expected": ">= 1", "actual": 0} if count(_assets) == 0

_assets := checks.in_use(input.records.data_asset, input.as_of)

_sets := data.params.data.backed_up.sets
