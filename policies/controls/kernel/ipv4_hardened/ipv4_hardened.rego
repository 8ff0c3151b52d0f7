# METADATA
# title: IPv4 believes no redirects, source routes or impossible senders
# description: Held for interfaces that exist (`all`) and those to come (`default`).
# schemas:
#   - input.os: schema.os
#   - input.sysctl: schema.sysctl
# custom:
#   title_zh: IPv4 协议栈加固
#   description_zh: 不接受、不发送重定向，不接受源路由，丢弃源地址不合理的报文并记录；现有接口（all）和新增接口（default）都要满足。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, HUB-C4.2, GBT22239-8.1.3.3.b]
#   evidence: [os, sysctl]
#   max_age: 26h
#   remedy: {role: kernel, tag: kernel_network}
package controls.kernel.ipv4_hardened

import data.lib.host
import data.lib.sysctl

deny contains denial if {
	some denial in sysctl.denials(input.sysctl.settings, object.union(_interfaces, {
		"net.ipv4.icmp_echo_ignore_broadcasts": ["1"],
		"net.ipv4.icmp_ignore_bogus_error_responses": ["1"],
		"net.ipv4.tcp_syncookies": ["1", "2"],
	}))
}

not_applicable := host.container_owned if input.os.platform == "container"

_interfaces[sprintf("net.ipv4.conf.%s.%s", [scope, name])] := good if {
	some scope in ["all", "default"]
	some name, good in {
		"accept_redirects": ["0"],
		"accept_source_route": ["0"],
		"log_martians": ["1"],
		"rp_filter": ["1", "2"],
		"secure_redirects": ["0"],
		"send_redirects": ["0"],
	}
}
