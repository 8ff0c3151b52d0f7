# METADATA
# title: No program runs from /var/tmp, nor does it raise rights there
# description: >-
#   What lies there survives a restart, so it is where malware stays. The restrictions hold now and after the next start.
# schemas:
#   - input.os: schema.os
#   - input.mounts: schema.mounts
# custom:
#   title_zh: /var/tmp 中的程序不能运行、不能提权
#   description_zh: 该目录的内容在重启后保留，常被恶意代码用于驻留；限制在当前与下次启动后都要生效。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.f]
#   evidence: [os, mounts]
#   max_age: 26h
#   remedy: {role: mounts, tag: mounts_temporary}
package controls.mounts.var_tmp_restricted

import data.lib.host
import data.lib.mounts

deny contains denial if {
	some denial in mounts.denials(input.mounts, "/var/tmp", ["nodev", "noexec", "nosuid"])
}

not_applicable := host.container_owned if input.os.platform == "container"
