# METADATA
# title: No rule leads packets past the filter
# description: >-
#   An accept elsewhere does not undo a drop, but translating the destination does change what is judged, and a
#   flow table or the older iptables tables lie outside what is seen here. Tables that need it are named in the
#   profile.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: 没有规则使数据包绕过过滤
#   description_zh: 别处的放行不会抵消丢弃，但目的地址转换会改变判断对象，流表和旧式 iptables 表则不在可见范围内。确有需要的表须在配置档案中列明。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.1.a]
#   evidence: [firewall]
#   max_age: 26h
#   params:
#     redirecting_tables: {default: []}
#   remedy:
#     manual: >-
#       Remove the rule, or name its table under redirecting_tables in the profile, as 'ip nat', where a container
#       engine or a load balancer needs it.
#     manual_zh: 删除该规则；若容器引擎或负载均衡确有需要，请在配置档案的 redirecting_tables 中列明其所在的表，例如“ip nat”。
package controls.firewall.no_detours

import data.lib.firewall

deny contains denial if some denial in firewall.unguarded(input.firewall.chains, firewall.inward, "ip")

deny contains {"item": _place(chain, rule), "expected": "no detour", "actual": rule.verdict} if {
	some chain in input.firewall.chains
	not chain.dormant
	not sprintf("%s %s", [chain.family, chain.table]) in data.params.firewall.no_detours.redirecting_tables
	some rule in chain.rules
	rule.verdict in {"dnat", "redirect", "tproxy", "fwd", "dup", "flow", "notrack"}
}

deny contains {"item": table, "expected": "no older iptables table", "actual": true} if {
	some table in input.firewall.legacy_tables
}

_place(chain, rule) := sprintf("%s %s %s: %s", [chain.family, chain.table, chain.name, firewall.text(rule)])
