# METADATA
# title: Each data set has an owner, and goals that the hub can live with
# description: |-
#   Who answers for the data decides how much of it may be lost (RPO) and how long a restore may take (RTO). A
#   copy lies off site.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 每个数据集有责任人，恢复目标符合要求
#   description_zh: 由数据责任人确定允许丢失的数据量（RPO）和恢复时限（RTO），并有异地副本。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.10.11.b, GBT22239-8.1.10.11.c]
#   evidence: [backup]
#   max_age: 26h
#   params:
#     max_rpo_hours: {default: 26, bound: "<=168"}
#     max_rto_hours: {default: 72, bound: "<=168"}
#   remedy:
#     manual: >-
#       Complete the entry in backup_catalogue of the inventory, with the owner's consent, and apply the roles of
#       backups.
#     manual_zh: 经数据责任人确认后补全资产清单中的 backup_catalogue，并重新应用备份角色。
package controls.backup.catalogue_complete

import data.lib.backup

deny contains {"item": sprintf("%s: owner", [one.name]), "expected": "named", "actual": ""} if {
	some one in input.backup.catalogue.sets
	one.owner == ""
}

deny contains {"item": sprintf("%s: rpo", [one.name]), "expected": sprintf("<= %d hours", [_params.max_rpo_hours]), "actual": one.rpo_hours} if {
	some one in input.backup.catalogue.sets
	one.rpo_hours > _params.max_rpo_hours
}

deny contains {"item": sprintf("%s: rto", [one.name]), "expected": sprintf("<= %d hours", [_params.max_rto_hours]), "actual": one.rto_hours} if {
	some one in input.backup.catalogue.sets
	one.rto_hours > _params.max_rto_hours
}

deny contains {"item": sprintf("%s: off site", [one.name]), "expected": true, "actual": false} if {
	some one in input.backup.catalogue.sets
	not one.off_site
}

deny contains {"item": "repositories off site", "expected": ">= 1", "actual": 0} if {
	count([one | some one in input.backup.catalogue.repositories; one.off_site]) == 0
}

deny contains {"item": "data sets", "expected": ">= 1", "actual": 0} if count(input.backup.catalogue.sets) == 0

deny contains {"item": "backup catalogue", "expected": "present", "actual": null} if is_null(input.backup.catalogue)

not_applicable := backup.nothing(input.backup.catalogue)

_params := data.params.backup.catalogue_complete
