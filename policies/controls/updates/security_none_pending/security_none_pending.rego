# METADATA
# title: No security update has been pending for long
# description: >-
#   Known holes are what intruders try first. Pending is judged by the lists at hand, so without those of the
#   security origin nothing is shown.
# schemas:
#   - input.updates: schema.updates
# custom:
#   title_zh: 没有长期未安装的安全更新
#   description_zh: 入侵者首先尝试已公开的漏洞。是否待装依据现有软件包列表判断，没有安全源的列表则无从证明。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.e, GBT22239-8.1.10.5.a]
#   evidence: [updates]
#   max_age: 26h
#   params:
#     pending_days: {default: 7, bound: "<=30"}
#   remedy:
#     manual: Run `unattended-upgrade --verbose` and read why it leaves the package out, be it a hold, a conflict, an exclusion or a source that does not answer. Then install it.
#     manual_zh: 运行 `unattended-upgrade --verbose`，查明该软件包未被更新的原因：版本锁定、依赖冲突、被排除或软件源无响应；随后安装更新。
#   measured: true
package controls.updates.security_none_pending

import data.lib.jobs

deny contains {"item": update.name, "expected": sprintf("<= %d days", [_most]), "actual": update.days} if {
	some update in input.updates.security_pending
	not jobs.recent(update.days, _most)
}

deny contains {"item": "lists of the security origin", "expected": "present", "actual": "absent"} if not input.updates.lists.security

_most := data.params.updates.security_none_pending.pending_days
