# METADATA
# title: Each repository was found whole within its period
# description: |-
#   Backups rot where they lie. The check reads the repository and its archives; a day is left for it to run.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 各备份存放处在规定周期内核验完好
#   description_zh: 备份在存放中也会损坏。核验会读取存放处及其中的归档；另留一天供其运行。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.a, GBT22239-8.1.4.7.b]
#   evidence: [backup]
#   max_age: 26h
#   params:
#     check_days: {default: 7, bound: "<=7"}
#   remedy: {role: backup_client, tag: backup_client}
#   measured: true
package controls.backup.repository_checked

import data.lib.backup
import data.lib.jobs

deny contains {"item": repository.name, "expected": sprintf("<= %d hours", [_most]), "actual": _hours(repository.name)} if {
	some repository in input.backup.catalogue.repositories
	not jobs.recent(_hours(repository.name), _most)
}

deny contains {"item": one.repository, "expected": "sound", "actual": "damaged or out of reach"} if {
	some one in input.backup.checks
	not one.sound
}

deny contains {"item": "repositories", "expected": ">= 1", "actual": 0} if count(input.backup.catalogue.repositories) == 0

deny contains {"item": "backup catalogue", "expected": "present", "actual": null} if is_null(input.backup.catalogue)

not_applicable := backup.nothing(input.backup.catalogue)

_hours(name) := found if {
	found := [one.hours | some one in input.backup.checks; one.repository == name][0]
} else := null

_most := (data.params.backup.repository_checked.check_days + 1) * 24
