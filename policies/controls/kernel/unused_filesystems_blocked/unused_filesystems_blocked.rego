# METADATA
# title: File systems that no server needs cannot be loaded
# description: >-
#   A medium with a crafted file system attacks the kernel that mounts it. Hosts that need one of them, such as udf in some clouds, need a waiver.
# schemas:
#   - input.os: schema.os
#   - input.modules: schema.modules
# custom:
#   title_zh: 禁止加载服务器不需要的文件系统模块
#   description_zh: 挂载带有恶意文件系统的介质会攻击内核。确需其中某一种的主机（如某些云平台使用 udf）需申请豁免。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.a]
#   evidence: [os, modules]
#   max_age: 26h
#   params:
#     blocked_filesystems: {default: [cramfs, freevxfs, hfs, hfsplus, jffs2, udf], bound: superset}
#   remedy: {role: kernel, tag: kernel_modules}
package controls.kernel.unused_filesystems_blocked

import data.lib.host
import data.lib.modules

deny contains denial if {
	some denial in modules.denials(input.modules.modules, data.params.kernel.unused_filesystems_blocked.blocked_filesystems)
}

not_applicable := host.container_owned if input.os.platform == "container"
