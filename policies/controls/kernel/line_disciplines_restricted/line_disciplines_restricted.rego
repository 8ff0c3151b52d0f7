# METADATA
# title: Accounts cannot have the kernel load terminal drivers
# description: >-
#   Old line disciplines have had several holes, and by default any account may have the kernel load one.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: 普通账户不能触发加载终端线路规程
#   description_zh: 陈旧的线路规程驱动多次出现漏洞，而默认任何账户都可使内核加载它们。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_attack_surface}
package controls.kernel.line_disciplines_restricted

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	some denial in sysctl.denials(input.sysctl.settings, {"dev.tty.ldisc_autoload": ["0"]})
}

not_applicable := host.container_owned if input.os.platform == "container"
