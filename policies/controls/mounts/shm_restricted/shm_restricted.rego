# METADATA
# title: No program runs from shared memory
# description: >-
#   Programs in shared memory leave no trace on the disk. systemd mounts it without noexec, so the next start must set it too.
# schemas:
#   - input.os: schema.os
#   - input.mounts: schema.mounts
# custom:
#   title_zh: 共享内存中的程序不能运行
#   description_zh: 共享内存中的程序不在磁盘上留痕。systemd 默认挂载时不带 noexec，因此下次启动也必须设置。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.f]
#   evidence: [os, mounts]
#   max_age: 26h
#   remedy: {role: mounts, tag: mounts_temporary}
package controls.mounts.shm_restricted

import data.lib.host
import data.lib.mounts

deny contains denial if {
	some denial in mounts.denials(input.mounts, "/dev/shm", ["nodev", "noexec", "nosuid"])
}

not_applicable := host.container_owned if input.os.platform == "container"
