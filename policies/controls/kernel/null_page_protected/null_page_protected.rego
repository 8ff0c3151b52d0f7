# METADATA
# title: Nobody can put memory at the address that null pointers mean
# description: >-
#   A null pointer that the kernel follows by mistake must not lead to an intruder's data.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: 空指针地址不可被映射
#   description_zh: 内核误用空指针时，不应访问到入侵者布置的数据。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_attack_surface}
package controls.kernel.null_page_protected

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	some denial in sysctl.denials(input.sysctl.settings, {"vm.mmap_min_addr": ["65536"]})
}

not_applicable := host.container_owned if input.os.platform == "container"
