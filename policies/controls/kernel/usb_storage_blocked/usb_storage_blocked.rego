# METADATA
# title: Storage that is plugged in is not read
# description: >-
#   Disks and sticks carry malware in and data out past every boundary of the network.
# schemas:
#   - input.os: schema.os
#   - input.modules: schema.modules
# custom:
#   title_zh: 禁止使用 USB 存储设备
#   description_zh: U 盘和移动硬盘可绕过网络边界带入恶意代码、带出数据。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.b]
#   evidence: [os, modules]
#   max_age: 26h
#   params:
#     blocked_storage: {default: [usb_storage, uas], bound: superset}
#   remedy: {role: kernel, tag: kernel_modules}
package controls.kernel.usb_storage_blocked

import data.lib.host
import data.lib.modules

deny contains denial if {
	some denial in modules.denials(input.modules.modules, data.params.kernel.usb_storage_blocked.blocked_storage)
}

not_applicable := host.container_owned if input.os.platform == "container"
