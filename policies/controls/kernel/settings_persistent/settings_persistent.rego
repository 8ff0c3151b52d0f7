# METADATA
# title: Kernel settings run as they are declared, and will after a restart
# description: |-
#   A value changed by hand lasts until the next start, and a baseline value that no file declares is gone after it. Keys
#   declared with a leading `-` may be missing from a kernel.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: 内核参数运行值与声明一致并在重启后保持
#   description_zh: 手工修改的值重启即失效；未写入 sysctl.d 的基线参数重启后也会丢失。以“-”开头声明的参数允许内核不支持。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.7.5.b, GBT22239-8.1.10.8.b]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_persistence}
package controls.kernel.settings_persistent

import data.lib.host

deny contains {"item": setting.key, "expected": setting.declared, "actual": setting.running} if {
	some setting in input.sysctl.settings
	not is_null(setting.declared)
	setting.running != setting.declared
	not _excused(setting)
}

deny contains {"item": sprintf("sysctl.d: %s", [setting.key]), "expected": "declared", "actual": null} if {
	some setting in input.sysctl.settings
	setting.watched
	is_null(setting.declared)
	not is_null(setting.running)
}

not_applicable := host.container_owned if input.os.platform == "container"

_excused(setting) if {
	setting.optional
	is_null(setting.running)
}
