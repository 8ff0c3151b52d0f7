# METADATA
# title: No high-risk port answers to the network
# description: File sharing, remote desktops, remote shells and databases on a reachable address are what attackers look for first.
# schemas:
#   - input.listeners: schema.listeners
# custom:
#   title_zh: 高危端口不对网络开放
#   description_zh: 对网络开放的文件共享、远程桌面、远程命令和数据库端口是攻击者的首选目标。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.4.4.b]
#   evidence: [listeners]
#   max_age: 26h
#   params:
#     ports:
#       bound: superset
#       default: [20, 21, 23, 69, 111, 135, 137, 138, 139, 445, 512, 513, 514, 515, 873, 2049, 3306, 3389, 5900, 5901, 5902, 6379, 11211, 27017]
#   remedy:
#     manual: Stop the service if it is not needed; else bind it to the loopback address, or waive the port with the reason and the firewall rule that limits it.
#     manual_zh: 不需要的服务应停用；确需使用的应仅监听回环地址，或说明理由及限制其访问的防火墙规则后申请豁免。
package controls.listeners.risky_ports_closed

deny contains {"item": sprintf("%s %s %d", [listener.protocol, listener.address, listener.port]), "expected": null, "actual": _program(listener)} if {
	some listener in input.listeners.listeners
	not listener.loopback
	listener.port in data.params.listeners.risky_ports_closed.ports
}

_program(listener) := listener.program if not is_null(listener.program)

_program(listener) := "open" if is_null(listener.program)
