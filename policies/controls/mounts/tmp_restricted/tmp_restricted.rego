# METADATA
# title: No program runs from /tmp, nor does it raise rights there
# description: >-
#   What an intruder or malware puts where everybody may write cannot be started from there, now and after the next start.
# schemas:
#   - input.os: schema.os
#   - input.mounts: schema.mounts
# custom:
#   title_zh: /tmp 中的程序不能运行、不能提权
#   description_zh: 入侵者或恶意代码在人人可写的目录中放置的程序无法直接运行；当前与下次启动后都要生效。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.f]
#   evidence: [os, mounts]
#   max_age: 26h
#   remedy: {role: mounts, tag: mounts_temporary}
package controls.mounts.tmp_restricted

import data.lib.host
import data.lib.mounts

deny contains denial if {
	some denial in mounts.denials(input.mounts, "/tmp", ["nodev", "noexec", "nosuid"])
}

not_applicable := host.container_owned if input.os.platform == "container"
