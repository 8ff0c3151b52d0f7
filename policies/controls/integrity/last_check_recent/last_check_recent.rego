# METADATA
# title: The last integrity check is recent and came to its end
# description: >-
#   A timer that is set does not show that the check works: only its result does.
# schemas:
#   - input.integrity: schema.integrity
# custom:
#   title_zh: 最近一次完整性检查在期限内且完整结束
#   description_zh: 设好定时器并不说明检查有效，只有检查结果能够证明。
#   severity: medium
#   subject: host
#   requirements: [HUB-C1.2, GBT22239-8.1.4.7.b]
#   evidence: [integrity]
#   max_age: 26h
#   params:
#     check_days: {default: 2, bound: "<=2"}
#   remedy: {role: integrity, tag: integrity_check}
#   measured: true
package controls.integrity.last_check_recent

import data.lib.jobs

deny contains {"item": "last integrity check", "expected": sprintf("<= %d days", [_most]), "actual": _days} if not jobs.recent(_days, _most)

deny contains {"item": "last integrity check completed", "expected": true, "actual": false} if {
	input.integrity.last_check.completed == false
}

default _days := null

_days := input.integrity.last_check.days

_most := data.params.integrity.last_check_recent.check_days
