# METADATA
# title: The database has a recent backup that can be restored
# description: |-
#   A full backup within eight days and one within the period of the catalogue, in a repository that pgBackRest
#   finds in order. The log is of use with these alone.
# schemas:
#   - input.backup: schema.backup
#   - input.database: schema.database
# custom:
#   title_zh: 数据库有近期可恢复的备份
#   description_zh: 八天内有全量备份，并在目录规定的周期内有备份，且 pgBackRest 判定存放处正常。日志须与其配合才可用于恢复。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.a]
#   evidence: [backup, database]
#   max_age: 26h
#   params:
#     max_full_hours: {default: 192, bound: "<=192"}
#   remedy:
#     manual: >-
#       Run hubops-postgres-full.service; pgbackrest info and its log say what is wrong.
#     manual_zh: 运行 hubops-postgres-full.service；问题见 pgbackrest info 及其日志。
#   measured: true
package controls.backup.database_backed_up

import data.lib.backup
import data.lib.jobs

deny contains {"item": sprintf("%s: full backup", [one.name]), "expected": sprintf("<= %d hours", [_most]), "actual": one.full_hours} if {
	some one in input.database.backups
	not jobs.recent(one.full_hours, _most)
}

deny contains {"item": sprintf("%s: newest backup", [one.name]), "expected": sprintf("<= %d hours", [_period]), "actual": _newest(one)} if {
	some one in input.database.backups
	not jobs.recent(_newest(one), _period)
}

deny contains {"item": one.name, "expected": "in order", "actual": "not in order"} if {
	some one in input.database.backups
	not one.sound
}

deny contains {"item": "database backups", "expected": ">= 1", "actual": 0} if count(input.database.backups) == 0

deny contains {"item": "data sets of way postgres", "expected": ">= 1", "actual": 0} if {
	count(backup.of_way(input.backup.catalogue, "postgres")) == 0
}

not_applicable := backup.no_set_of_this_way if {
	is_object(input.backup.catalogue)
	count(backup.of_way(input.backup.catalogue, "postgres")) == 0
	count(input.database.clusters) == 0
}

# A job may start late and takes its time.
_period := min([one.frequency_hours | some one in backup.of_way(input.backup.catalogue, "postgres")]) + 2

_newest(one) := found if {
	found := min([hours | some hours in [one.full_hours, one.diff_hours, one.incr_hours]; is_number(hours)])
} else := null

_most := data.params.backup.database_backed_up.max_full_hours
