# METADATA
# title: The newest installed kernel runs
# description: >-
#   A kernel that was mended on the disk and not started leaves the holes open.
# schemas:
#   - input.os: schema.os
#   - input.boot: schema.boot
# custom:
#   title_zh: 运行的是已安装的最新内核
#   description_zh: 磁盘上已修补但未启动的内核，漏洞依然存在。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.e, GBT22239-8.1.10.5.a]
#   evidence: [os, boot]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Restart the host in its maintenance window.
#     manual_zh: 在维护窗口内重启主机。
package controls.boot.kernel_current

import data.lib.boot
import data.lib.host

deny contains denial if some denial in boot.unknown(input.boot)

deny contains {"item": "kernel", "expected": _kernel.newest, "actual": _kernel.running} if _kernel.running != _kernel.newest

deny contains {"item": "kernel package", "expected": _kernel.installed_build, "actual": _kernel.build} if {
	_kernel.build != _kernel.installed_build
}

_kernel := input.boot.machine.kernel

not_applicable := host.container_owned if input.os.platform == "container"
