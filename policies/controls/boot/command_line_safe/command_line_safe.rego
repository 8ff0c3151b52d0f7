# METADATA
# title: Nothing on the kernel's command line takes a guard away
# description: >-
#   Words such as mitigations=off, apparmor=0 or init=/bin/sh switch protection off or let somebody in at each start.
# schemas:
#   - input.os: schema.os
#   - input.boot: schema.boot
# custom:
#   title_zh: 内核命令行没有削弱防护的参数
#   description_zh: mitigations=off、apparmor=0、init=/bin/sh 等参数在每次启动时关闭防护或允许直接进入系统。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.6.a, GBT22239-8.1.4.2.d]
#   evidence: [os, boot]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Take the words out of GRUB_CMDLINE_LINUX in /etc/default/grub, run update-grub, and restart the host.
#     manual_zh: 从 /etc/default/grub 的 GRUB_CMDLINE_LINUX 中删除这些参数，运行 update-grub 并重启主机。
package controls.boot.command_line_safe

import data.lib.boot
import data.lib.host

deny contains denial if some denial in boot.unknown(input.boot)

deny contains {"item": word, "expected": "absent", "actual": "on the command line"} if {
	some word in input.boot.machine.weakened_by
}

not_applicable := host.container_owned if input.os.platform == "container"
