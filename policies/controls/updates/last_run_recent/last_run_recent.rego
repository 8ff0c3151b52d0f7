# METADATA
# title: The last run of automatic updates is recent
# description: apt marks each run that came to a good end.
# schemas:
#   - input.updates: schema.updates
# custom:
#   title_zh: 最近一次自动更新在期限内成功运行
#   description_zh: apt 会标记每次成功结束的运行。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.e, GBT22239-8.1.10.5.a]
#   evidence: [updates]
#   max_age: 26h
#   params:
#     max_run_days: {default: 2, bound: "<=7"}
#   remedy: {role: updates, tag: updates_run}
#   measured: true
package controls.updates.last_run_recent

import data.lib.jobs

deny contains {"item": "last run of automatic updates", "expected": sprintf("<= %d days", [_most]), "actual": _days} if {
	not jobs.recent(_days, _most)
}

_days := input.updates.last_run_days

_most := data.params.updates.last_run_recent.max_run_days
