# METADATA
# title: Logs that are mounted of their own are data, not programs
# description: >-
#   What remote hosts and attackers write into logs must never become a program.
# schemas:
#   - input.os: schema.os
#   - input.mounts: schema.mounts
# custom:
#   title_zh: 独立挂载的日志目录不能运行程序
#   description_zh: 日志内容可能来自远程主机和攻击者，绝不能成为可运行的程序。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.f]
#   evidence: [os, mounts]
#   max_age: 26h
#   remedy: {role: mounts, tag: mounts_own}
package controls.mounts.log_restricted

import data.lib.host
import data.lib.mounts

deny contains denial if {
	some path in _own
	some denial in mounts.denials(input.mounts, path, ["nodev", "noexec", "nosuid"])
}

not_applicable := host.container_owned if {
	input.os.platform == "container"
} else := {"en": "Nothing of its own is mounted there.", "zh": "该处没有独立的挂载。"} if {
	count(_own) == 0
}

_own := {path | some path in ["/var/log", "/var/log/audit"]; mounts.own(input.mounts, path)}
