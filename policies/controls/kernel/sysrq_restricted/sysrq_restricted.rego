# METADATA
# title: Keys at the console give the kernel no commands
# description: >-
#   By the SysRq keys somebody at a console, a serial one too, kills programs, restarts the host or prints memory without logging in.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: 控制台按键不能向内核下达命令
#   description_zh: 通过 SysRq 组合键，任何能接触控制台（含串口）的人无需登录即可终止程序、重启主机或打印内存。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_attack_surface}
package controls.kernel.sysrq_restricted

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	some denial in sysctl.denials(input.sysctl.settings, {"kernel.sysrq": ["0"]})
}

not_applicable := host.container_owned if input.os.platform == "container"
