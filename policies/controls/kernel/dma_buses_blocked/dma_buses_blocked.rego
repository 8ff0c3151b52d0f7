# METADATA
# title: Buses whose devices read the memory by themselves are off
# description: >-
#   A device on FireWire or Thunderbolt reads and writes the memory of the host past the processor.
# schemas:
#   - input.os: schema.os
#   - input.modules: schema.modules
# custom:
#   title_zh: 禁用可直接读取内存的外部总线
#   description_zh: FireWire、Thunderbolt 设备可绕过处理器直接读写主机内存。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.b]
#   evidence: [os, modules]
#   max_age: 26h
#   params:
#     blocked_buses: {default: [firewire_core, firewire_ohci, firewire_sbp2, thunderbolt], bound: superset}
#   remedy: {role: kernel, tag: kernel_modules}
package controls.kernel.dma_buses_blocked

import data.lib.host
import data.lib.modules

deny contains denial if {
	some denial in modules.denials(input.modules.modules, data.params.kernel.dma_buses_blocked.blocked_buses)
}

not_applicable := host.container_owned if input.os.platform == "container"
