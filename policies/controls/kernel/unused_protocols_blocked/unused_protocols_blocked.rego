# METADATA
# title: Network protocols that no server needs cannot be loaded
# description: >-
#   Any account may have the kernel load a protocol by opening a socket; the rare ones have had many holes.
# schemas:
#   - input.os: schema.os
#   - input.modules: schema.modules
# custom:
#   title_zh: 禁止加载服务器不需要的网络协议模块
#   description_zh: 任何账户打开相应套接字即可使内核加载协议模块，而少用的协议漏洞较多。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.a, GBT22239-8.1.4.4.b]
#   evidence: [os, modules]
#   max_age: 26h
#   params:
#     blocked_protocols: {default: [dccp, sctp, rds, tipc], bound: superset}
#   remedy: {role: kernel, tag: kernel_modules}
package controls.kernel.unused_protocols_blocked

import data.lib.host
import data.lib.modules

deny contains denial if {
	some denial in modules.denials(input.modules.modules, data.params.kernel.unused_protocols_blocked.blocked_protocols)
}

not_applicable := host.container_owned if input.os.platform == "container"
