# METADATA
# title: IPv6 believes no redirects, source routes or routers that announce themselves
# description: A server's addresses and routes are set, not learnt. Held for interfaces that exist and those to come.
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: IPv6 协议栈加固
#   description_zh: 服务器的地址和路由应为静态配置，不接受重定向、源路由和路由器通告；现有接口和新增接口都要满足。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, HUB-C4.2, GBT22239-8.1.3.3.b]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_network}
package controls.kernel.ipv6_hardened

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	some denial in sysctl.denials(input.sysctl.settings, {key: ["0"] |
		some scope in ["all", "default"]
		some name in ["accept_ra", "accept_redirects", "accept_source_route"]
		key := sprintf("net.ipv6.conf.%s.%s", [scope, name])
	})
}

not_applicable := host.container_owned if {
	input.os.platform == "container"
} else := {"en": "This kernel does not speak IPv6.", "zh": "本机内核未启用 IPv6。"} if {
	not input.sysctl.ipv6
}
