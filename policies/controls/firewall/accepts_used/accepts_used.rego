# METADATA
# title: No service is opened that nothing answers on
# description: >-
#   A rule that outlives its service waits for whoever starts something on that port next. A port counts as used
#   when a program answers on it from outside.
# schemas:
#   - input.firewall: schema.firewall
#   - input.listeners: schema.listeners
# custom:
#   title_zh: 没有程序监听的端口不放行
#   description_zh: 服务已撤而规则仍在，等于为下一个占用该端口的程序预留了入口。端口上有程序对外应答才算使用中。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.2.b]
#   evidence: [firewall, listeners]
#   max_age: 26h
#   remedy: {role: firewall, tag: firewall_rules}
package controls.firewall.accepts_used

import data.lib.firewall

deny contains denial if some denial in firewall.unguarded(input.firewall.chains, firewall.inward, "ip")

deny contains {"item": port, "expected": "answered", "actual": false} if {
	some rule in firewall.openings(input.firewall.chains, firewall.inward)
	some port in firewall.ports(rule)
	not _answered(port)
}

_answered(port) if {
	[protocol, number] = split(port, "/")
	some listener in input.listeners.listeners
	listener.protocol == protocol
	not listener.loopback
	firewall.covers(number, listener.port)
}
