# METADATA
# title: No update waits long for a restart
# description: >-
#   An update that asks for a restart protects only after it. The host must be restarted within the days that the hub sets.
# schemas:
#   - input.os: schema.os
#   - input.boot: schema.boot
# custom:
#   title_zh: 更新不长期等待重启
#   description_zh: 要求重启的更新在重启后才生效。主机须在规定天数内重启。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.e, GBT22239-8.1.10.5.a]
#   evidence: [os, boot]
#   max_age: 26h
#   params:
#     restart_days: {default: 14, bound: "<=30"}
#   remedy:
#     manual: >-
#       Restart the host in its maintenance window.
#     manual_zh: 在维护窗口内重启主机。
#   measured: true
package controls.boot.restart_not_overdue

import data.lib.boot
import data.lib.host

deny contains denial if some denial in boot.unknown(input.boot)

deny contains {"item": "days waiting for a restart", "expected": sprintf("<= %d", [_max]), "actual": _restart.days} if {
	_restart.required
	_restart.days > _max
}

_restart := input.boot.machine.restart

_max := data.params.boot.restart_not_overdue.restart_days

not_applicable := host.container_owned if input.os.platform == "container"
