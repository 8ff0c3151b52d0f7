# METADATA
# title: The last run of each backup went well
# description: |-
#   A copy that is recent enough still hides that the next ones fail. Whoever waits for the RPO to pass has lost
#   that time.
# schemas:
#   - input.backup: schema.backup
# custom:
#   title_zh: 各项备份最近一次运行均成功
#   description_zh: 现有备份虽未过期，也可能掩盖后续运行已经失败；等到超出 RPO 才发现即为时已晚。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.9.a]
#   evidence: [backup]
#   max_age: 26h
#   remedy: {role: backup_client, tag: backup_client}
package controls.backup.last_run_succeeded

import data.lib.backup

deny contains {"item": sprintf("%s in %s", [one.dataset, one.repository]), "expected": "succeeded", "actual": "failed"} if {
	some one in input.backup.copies
	not one.succeeded
}

deny contains {"item": "copies", "expected": ">= 1", "actual": 0} if count(input.backup.copies) == 0

not_applicable := backup.nothing(input.backup.catalogue)
