# METADATA
# title: Homes that are mounted of their own raise no rights
# description: >-
#   Users own what lies there, so neither devices nor programs that raise rights belong there.
# schemas:
#   - input.os: schema.os
#   - input.mounts: schema.mounts
# custom:
#   title_zh: 独立挂载的主目录不能提权
#   description_zh: 主目录内容归用户所有，不应出现设备文件或提权程序。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.f]
#   evidence: [os, mounts]
#   max_age: 26h
#   remedy: {role: mounts, tag: mounts_own}
package controls.mounts.home_restricted

import data.lib.host
import data.lib.mounts

deny contains denial if {
	some path in _own
	some denial in mounts.denials(input.mounts, path, ["nodev", "nosuid"])
}

not_applicable := host.container_owned if {
	input.os.platform == "container"
} else := {"en": "Nothing of its own is mounted there.", "zh": "该处没有独立的挂载。"} if {
	count(_own) == 0
}

_own := {path | some path in ["/home"]; mounts.own(input.mounts, path)}
