# METADATA
# title: Only declared routers forward packets
# description: A host that forwards joins two zones past the boundary between them.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: 非路由主机关闭报文转发
#   description_zh: 开启转发的主机会把两个区域直接连通，绕过区域边界。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.1.a]
#   evidence: [os, sysctl]
#   max_age: 26h
#   params: {forwarding: {default: false, bound: fixed}}
#   remedy: {role: kernel, tag: kernel_network}
package controls.kernel.forwarding_disabled

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	not _router
	some denial in sysctl.denials(input.sysctl.settings, object.union({"net.ipv4.ip_forward": ["0"]}, _ipv6))
}

not_applicable := host.container_owned if {
	input.os.platform == "container"
} else := {"en": "This host is declared to forward packets.", "zh": "本机已声明为转发报文的主机。"} if {
	_router
}

_router if data.params.kernel.forwarding_disabled.forwarding

_ipv6 := {"net.ipv6.conf.all.forwarding": ["0"]} if {
	input.sysctl.ipv6
} else := {}
