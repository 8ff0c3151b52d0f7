# METADATA
# title: Backups, checks and clearing up run by themselves
# description: |-
#   A backup that somebody must think of is left out on the day that it would have been needed. What has to run
#   follows from the catalogue.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 备份、核验与清理均自动运行
#   description_zh: 依靠人工记起的备份，往往恰在需要时缺失。应运行的任务由备份目录推导。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.a, GBT22239-8.1.10.11.b]
#   evidence: [backup]
#   max_age: 26h
#   remedy: {role: backup_client, tag: backup_client}
package controls.backup.timers_active

import data.lib.backup
import data.lib.jobs

deny contains {"item": one.name, "expected": "enabled and active", "actual": jobs.state(input.backup.units, one.name)} if {
	some one in input.backup.units
	not jobs.runs(input.backup.units, one.name)
}

deny contains {"item": "backup timers", "expected": ">= 1", "actual": 0} if {
	count(input.backup.units) == 0
}

not_applicable := backup.nothing(input.backup.catalogue) if count(input.backup.units) == 0
