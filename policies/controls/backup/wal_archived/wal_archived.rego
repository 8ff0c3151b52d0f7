# METADATA
# title: The database's log is archived without a gap
# description: |-
#   Between two backups of the database its write-ahead log is the only copy of what changed. It is archived at
#   least this often, and the last attempt went well.
# schemas:
#   - input.backup: schema.backup
#   - input.database: schema.database
# custom:
#   title_zh: 数据库日志连续归档
#   description_zh: 两次数据库备份之间，预写日志是变更的唯一副本。须按时归档，且最近一次归档成功。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.b]
#   evidence: [backup, database]
#   max_age: 26h
#   params:
#     archive_minutes: {default: 10, bound: "<=15"}
#   remedy:
#     manual: >-
#       Apply the role postgres_backup; where the last attempt failed, the log of PostgreSQL says why.
#     manual_zh: 应用 postgres_backup 角色；若最近一次归档失败，原因见 PostgreSQL 日志。
package controls.backup.wal_archived

import data.lib.backup

deny contains {"item": sprintf("%s/%s: archive_mode", [one.version, one.name]), "expected": "on with a command", "actual": one.settings.archive_mode} if {
	some one in input.database.clusters
	not _archives(one)
}

deny contains {"item": sprintf("%s/%s: archive_timeout", [one.version, one.name]), "expected": sprintf("1-%d seconds", [_most]), "actual": one.settings.archive_timeout_seconds} if {
	some one in input.database.clusters
	not _often(one.settings.archive_timeout_seconds)
}

deny contains {"item": sprintf("%s/%s: last attempt", [one.version, one.name]), "expected": "archived", "actual": "failed"} if {
	some one in input.database.clusters
	one.settings.archiving_fails
}

deny contains {"item": sprintf("%s/%s", [one.version, one.name]), "expected": "answers", "actual": "down"} if {
	some one in input.database.clusters
	not backup.answers(one)
}

deny contains {"item": "clusters", "expected": ">= 1", "actual": 0} if count(input.database.clusters) == 0

not_applicable := backup.no_set_of_this_way if {
	is_object(input.backup.catalogue)
	count(backup.of_way(input.backup.catalogue, "postgres")) == 0
	count(input.database.clusters) == 0
}

_archives(one) if {
	one.settings.archive_mode in {"on", "always"}
	one.settings.archive_command
}

_often(seconds) if {
	seconds > 0
	seconds <= _most
}

_most := data.params.backup.wal_archived.archive_minutes * 60
