# METADATA
# title: Only root handles faults of the kernel on its memory
# description: >-
#   With userfaultfd an account halts the kernel in the middle of its work, which turns races into reliable attacks.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: 仅 root 可处理内核态缺页
#   description_zh: 普通账户借助 userfaultfd 可使内核中途停顿，把竞态漏洞变成可靠的攻击。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_attack_surface}
package controls.kernel.userfaultfd_restricted

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	some denial in sysctl.denials(input.sysctl.settings, {"vm.unprivileged_userfaultfd": ["0"]})
}

not_applicable := host.container_owned if input.os.platform == "container"
