# METADATA
# title: No restart that an update asks for is overdue
# description: Until then the old kernel and libraries run, holes included.
# schemas:
#   - input.os: schema.os
#   - input.updates: schema.updates
# custom:
#   title_zh: 更新所需的重启未逾期
#   description_zh: 重启之前，运行的仍是带有漏洞的旧内核和旧库。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.e, GBT22239-8.1.10.5.a]
#   evidence: [os, updates]
#   max_age: 26h
#   params:
#     reboot_days: {default: 14, bound: "<=30"}
#   remedy:
#     manual: Restart the host in its maintenance window.
#     manual_zh: 在维护窗口内重启主机。
#   measured: true
package controls.updates.reboot_not_overdue

import data.lib.host
import data.lib.jobs

deny contains {"item": "required restart", "expected": sprintf("<= %d days", [_most]), "actual": _days} if {
	input.updates.reboot.required
	not jobs.recent(_days, _most)
}

not_applicable := host.container_owned if input.os.platform == "container"

_days := input.updates.reboot.days

_most := data.params.updates.reboot_not_overdue.reboot_days
