# METADATA
# title: No other kernel can be started past the boot loader
# description: >-
#   Whoever may load a kernel at run time replaces the checked one without a trace. The switch holds until the next start, so
#   the next start must set it again. Hosts that keep crash dumps need a waiver.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: 不能绕过引导程序启动其他内核
#   description_zh: 运行时可加载新内核的人能够无痕替换已验证的内核。该开关一经打开到下次启动前不可撤销，因此下次启动也必须设置。使用内核崩溃转储的主机需申请豁免。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.6.a]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_attack_surface}
package controls.kernel.kexec_disabled

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	some denial in sysctl.denials(input.sysctl.settings, {_key: ["1"]})
}

deny contains {"item": sprintf("sysctl.d: %s", [_key]), "expected": "1", "actual": setting.declared} if {
	some setting in input.sysctl.settings
	setting.key == _key
	setting.declared != "1"
}

not_applicable := host.container_owned if input.os.platform == "container"

_key := "kernel.kexec_load_disabled"
