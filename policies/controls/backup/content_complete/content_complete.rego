# METADATA
# title: All paths of a data set are in its last copy
# description: |-
#   A folder that was moved, or is not mounted, is left out without an error.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 数据集的全部路径均在最近一次备份中
#   description_zh: 目录被移动或未挂载时，备份会在不报错的情况下遗漏它。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.a, GBT22239-8.1.10.11.a]
#   evidence: [backup]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Bring the path back or correct it in backup_catalogue, then run the data set's service hubops-backup-
#       NAME.service.
#     manual_zh: 恢复该路径或更正 backup_catalogue，然后运行该数据集的服务 hubops-backup-名称.service。
package controls.backup.content_complete

import data.lib.backup

deny contains {"item": sprintf("%s: %s", [backup.label(each.set, each.repository), path]), "expected": "copied", "actual": "missing"} if {
	some each in backup.expected(input.backup.catalogue)
	some path in each.set.paths
	not path in _paths(each)
}

deny contains {"item": sprintf("%s: files", [backup.label(each.set, each.repository)]), "expected": ">= 1", "actual": _files(each)} if {
	some each in backup.expected(input.backup.catalogue)
	not _some(_files(each))
}

deny contains {"item": "data sets", "expected": ">= 1", "actual": 0} if count(input.backup.catalogue.sets) == 0

deny contains {"item": "backup catalogue", "expected": "present", "actual": null} if is_null(input.backup.catalogue)

not_applicable := backup.nothing(input.backup.catalogue)

_some(files) if {
	is_number(files)
	files > 0
}

_files(each) := object.get(_copy(each), "files", 0)

_copy(each) := found if {
	found := backup.copy(input.backup.copies, each.set, each.repository)
} else := {}

_paths(each) := found if {
	found := backup.copy(input.backup.copies, each.set, each.repository).paths
} else := []
