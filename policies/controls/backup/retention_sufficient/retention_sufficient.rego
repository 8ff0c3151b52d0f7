# METADATA
# title: Backups are kept as long as the hub demands
# description: |-
#   Damage is often found weeks later, when the younger copies hold it too.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 备份保留期满足要求
#   description_zh: 数据损坏往往数周后才被发现，此时较新的备份也已包含损坏。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.10.11.b]
#   evidence: [backup]
#   max_age: 26h
#   params:
#     daily: {default: 7, bound: ">=7"}
#     weekly: {default: 4, bound: ">=4"}
#     monthly: {default: 6, bound: ">=1"}
#   remedy:
#     manual: >-
#       Raise the numbers in backup_catalogue and apply the role backup; what was removed already does not come
#       back.
#     manual_zh: 调高 backup_catalogue 中的保留数并应用 backup 角色；已清理的备份无法找回。
package controls.backup.retention_sufficient

import data.lib.backup

deny contains {"item": sprintf("%s: %s", [one.name, period]), "expected": sprintf(">= %d", [least]), "actual": one.retention[period]} if {
	some one in input.backup.catalogue.sets
	some period, least in data.params.backup.retention_sufficient
	one.retention[period] < least
}

deny contains {"item": "data sets", "expected": ">= 1", "actual": 0} if count(input.backup.catalogue.sets) == 0

deny contains {"item": "backup catalogue", "expected": "present", "actual": null} if is_null(input.backup.catalogue)

not_applicable := backup.nothing(input.backup.catalogue)
