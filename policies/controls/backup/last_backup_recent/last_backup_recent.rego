# METADATA
# title: Each data set was copied within its RPO
# description: |-
#   An older copy loses more than the owner of the data agreed to.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 每个数据集均在 RPO 时限内完成备份
#   description_zh: 备份过旧，丢失的数据将超出责任人认可的范围。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.a]
#   evidence: [backup]
#   max_age: 26h
#   remedy: {role: backup_client, tag: backup_client}
#   measured: true
package controls.backup.last_backup_recent

import data.lib.backup
import data.lib.jobs

deny contains {"item": backup.label(each.set, each.repository), "expected": sprintf("<= %d hours", [each.set.rpo_hours]), "actual": _hours(each)} if {
	some each in backup.expected(input.backup.catalogue)
	not each.repository.off_site
	not jobs.recent(_hours(each), each.set.rpo_hours)
}

deny contains {"item": "backup catalogue", "expected": "present", "actual": null} if is_null(input.backup.catalogue)

deny contains {"item": "copies", "expected": ">= 1", "actual": 0} if {
	count([each | some each in backup.expected(input.backup.catalogue); not each.repository.off_site]) == 0
}

not_applicable := backup.nothing(input.backup.catalogue)

_hours(each) := found if {
	found := backup.copy(input.backup.copies, each.set, each.repository).hours
} else := null
