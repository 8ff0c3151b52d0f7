# METADATA
# title: A logical dump is recent and can be read
# description: |-
#   It can be restored into another version, and into another database beside what is there. Its list of contents
#   was read after it was written.
# schemas:
#   - input.backup: schema.backup
#   - input.database: schema.database
# custom:
#   title_zh: 逻辑转储在时限内且可读取
#   description_zh: 逻辑转储可恢复到其他版本，也可恢复到现有数据库之外。写成后已读取其内容清单。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.a]
#   evidence: [backup, database]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Run the data set's service hubops-backup-NAME.service; its log says why the dump failed.
#     manual_zh: 运行该数据集的服务 hubops-backup-名称.service；转储失败的原因见其日志。
#   measured: true
package controls.backup.dump_recent

import data.lib.backup
import data.lib.jobs

deny contains {"item": one.name, "expected": sprintf("<= %d hours", [one.rpo_hours]), "actual": _hours(one.name)} if {
	some one in backup.of_way(input.backup.catalogue, "dump")
	not jobs.recent(_hours(one.name), one.rpo_hours)
}

deny contains {"item": sprintf("dump of %s", [one.name]), "expected": "> 0 bytes", "actual": one.bytes} if {
	some one in input.database.dump.databases
	one.bytes == 0
}

deny contains {"item": "databases in the dump", "expected": ">= 1 with contents", "actual": 0} if {
	count([one | some one in input.database.dump.databases; one.entries > 0]) == 0
}

deny contains {"item": "backup catalogue", "expected": "present", "actual": null} if is_null(input.backup.catalogue)

not_applicable := backup.no_set_of_this_way if {
	is_object(input.backup.catalogue)
	count(backup.of_way(input.backup.catalogue, "dump")) == 0
}

_hours(name) := input.database.dump.hours if {
	input.database.dump.dataset == name
} else := null
