# METADATA
# title: The kernel writes no memory of crashed programs to files
# description: >-
#   A core dump holds whatever the program had in memory, passwords and keys among it. The kernel either hands it to a program
#   that drops it, or to systemd-coredump, whose settings are judged by another control.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: 内核不将崩溃程序的内存写入文件
#   description_zh: 内存转储包含程序内存中的一切，包括口令和密钥。内核应将其交给直接丢弃的程序，或交给 systemd-coredump（其设置由另一控制项检查）。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.10.b]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_core_dumps}
package controls.kernel.core_pattern_safe

import data.lib.host

deny contains {"item": "kernel.core_pattern", "expected": "|/bin/false", "actual": actual} if {
	some actual in _patterns
	not _safe(actual)
}

not_applicable := host.container_owned if input.os.platform == "container"

_patterns := patterns if {
	patterns := {setting.running | some setting in input.sysctl.settings; setting.key == "kernel.core_pattern"}
	count(patterns) > 0
} else := {null}

_safe(pattern) if regex.match(`^\|(/usr)?/bin/(false|true)$`, pattern)

_safe(pattern) if regex.match(`^\|(/usr)?/lib/systemd/systemd-coredump( |$)`, pattern)
