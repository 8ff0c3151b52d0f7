# METADATA
# title: The kernel has lost no record
# description: The kernel counts what it had to drop since the host started; each is an event that nobody will see.
# schemas:
#   - input.os: schema.os
#   - input.audit: schema.audit
# custom:
#   title_zh: 内核未丢失审计记录
#   description_zh: 内核统计开机以来被迫丢弃的记录；每一条都是无人能见的事件。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.c]
#   evidence: [os, audit]
#   max_age: 26h
#   remedy:
#     manual: "Find what flooded audit (`aureport --key --summary`), raise audit_backlog_limit if it was no attack, then set the count back with `auditctl --reset-lost`."
#     manual_zh: "用 `aureport --key --summary` 查明突增来源；若非攻击，调高 audit_backlog_limit，再用 `auditctl --reset-lost` 清零计数。"
#   measured: true
package controls.audit.no_records_lost

import data.lib.host

deny contains {"item": "lost", "expected": 0, "actual": _lost} if _lost != 0

not_applicable := host.container_owned if input.os.platform == "container"

_lost := input.audit.kernel.lost if {
	is_object(input.audit.kernel)
} else := null
