# METADATA
# title: sudo remembers a password for a short time, and on one terminal only
# description: Whoever comes to an open session later, or by another way, is asked again. Less than 0 would never end.
# schemas:
#   - input.sudo: schema.sudo
# custom:
#   title_zh: sudo 只在短时间内、单个终端上记住口令
#   description_zh: 稍后或从其他终端使用该会话的人须重新输入口令。小于 0 表示永不过期。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.b, GBT22239-8.1.4.2.d]
#   evidence: [sudo]
#   max_age: 26h
#   params: {timestamp_minutes: {default: 5, bound: "<=15"}}
#   remedy: {role: administrators, tag: administrators_sudo}
package controls.sudo.credentials_expire

import data.lib.sudo

deny contains {"item": item, "expected": sprintf("0..%v", [_most]), "actual": minutes} if {
	some [item, minutes] in sudo.settings("timestamp_timeout")
	not _short(minutes)
}

deny contains {"item": item, "expected": "tty", "actual": kind} if {
	some [item, kind] in sudo.settings("timestamp_type")
	not kind in {"tty", "ppid", "kernel"}
}

not_applicable := sudo.absent if not input.sudo.installed

_short(minutes) if {
	is_number(minutes)
	minutes >= 0
	minutes <= _most
}

_most := data.params.sudo.credentials_expire.timestamp_minutes
