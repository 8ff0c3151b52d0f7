# METADATA
# title: Integrity is checked every day by itself
# description: A check that somebody must think of is left out when it matters.
# schemas:
#   - input.integrity: schema.integrity
# custom:
#   title_zh: 每天自动进行完整性检查
#   description_zh: 依靠人工记起的检查，往往在关键时刻被遗漏。
#   severity: medium
#   subject: host
#   requirements: [HUB-C1.2, GBT22239-8.1.4.7.b]
#   evidence: [integrity]
#   max_age: 26h
#   remedy: {role: integrity, tag: integrity_schedule}
package controls.integrity.checked_daily

import data.lib.jobs

deny contains {"item": "daily integrity check", "expected": "a timer enabled and active", "actual": null} if {
	not jobs.any_runs(input.integrity.timers)
}
