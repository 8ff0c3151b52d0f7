# METADATA
# title: Exactly one service loads the packet filter at boot
# description: >-
#   Rules that nobody loads are gone after a restart. Of two services the later one throws away what the earlier
#   one has loaded.
# schemas:
#   - input.firewall: schema.firewall
# custom:
#   title_zh: 有且仅有一个服务在启动时加载包过滤规则
#   description_zh: 没有服务负责加载，重启后规则即丢失；有两个服务时，后启动的会清掉先加载的规则。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.1.a]
#   evidence: [firewall]
#   max_age: 26h
#   remedy: {role: firewall, tag: firewall_boot}
package controls.firewall.starts_at_boot

deny contains {"item": "enabled loaders", "expected": "== 1", "actual": sort(_enabled)} if count(_enabled) != 1

deny contains {"item": loader.name, "expected": "active", "actual": "inactive"} if {
	some loader in input.firewall.loaders
	loader.enabled
	not loader.active
}

_enabled := [loader.name | some loader in input.firewall.loaders; loader.enabled]
