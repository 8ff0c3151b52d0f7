# METADATA
# title: IPv6 is filtered as IPv4 is
# description: >-
#   Rules written for IPv4 alone leave every service open to whoever comes by IPv6, link-local addresses included.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: IPv6 与 IPv4 同样过滤
#   description_zh: 只为 IPv4 编写的规则，会让所有服务经 IPv6（含链路本地地址）完全敞开。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.1.a, GBT22239-8.1.3.2.a]
#   evidence: [firewall]
#   max_age: 26h
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.ipv6_filtered

import data.lib.firewall

deny contains denial if {
	some hook in firewall.hooks
	some denial in firewall.unguarded(input.firewall.chains, hook, "ip6")
}

not_applicable := {"en": "This kernel does not speak IPv6.", "zh": "本机内核未启用 IPv6。"} if not input.firewall.ipv6
