# METADATA
# title: Compiled BPF programs are blinded
# description: >-
#   Constants of a BPF program become code of the kernel; blinding keeps an intruder from writing code by choosing constants.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: BPF 即时编译结果已做常量盲化
#   description_zh: BPF 程序中的常量会成为内核代码；常量盲化可防止入侵者借助常量在内核中布置代码。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_attack_surface}
package controls.kernel.bpf_jit_hardened

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	some denial in sysctl.denials(input.sysctl.settings, {"net.core.bpf_jit_harden": ["1", "2"]})
}

not_applicable := host.container_owned if input.os.platform == "container"
