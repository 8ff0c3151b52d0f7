# METADATA
# title: Consoles and exporters answer on management addresses only
# description: Web consoles and exporters tell much and often ask for no password. On every address they answer to whoever reaches the host; they belong on the loopback or management network.
# schemas:
#   - input.listeners: schema.listeners
# custom:
#   title_zh: 管理控制台与监控采集端仅监听管理地址
#   description_zh: Web 控制台和监控采集端暴露大量信息且往往无需口令；监听全部地址意味着任何能访问主机的人都能使用，应仅监听回环或管理网络地址。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.4.4.c, GBT22239-8.1.5.4.b]
#   evidence: [listeners]
#   max_age: 26h
#   params:
#     ports:
#       bound: superset
#       default: [3000, 5601, 8006, 9090, 9091, 9093, 9100, 9104, 9115, 9187, 9200, 10000, 15672]
#     networks:
#       default: ["127.0.0.0/8", "::1/128"]
#   remedy:
#     manual: Bind the program to the host's management address and name that network in the profile; else to the loopback address.
#     manual_zh: 将程序绑定到主机的管理地址，并在配置文件中登记该管理网络；否则仅监听回环地址。
package controls.listeners.management_on_management_address

deny contains {"item": sprintf("%s %s %d", [found.protocol, found.address, found.port]), "expected": concat(", ", _params.networks), "actual": found.address} if {
	some found in input.listeners.listeners
	found.port in _params.ports
	not _managed(found.address)
}

_managed(address) if {
	some network in _params.networks
	net.cidr_contains(network, address)
}

_params := data.params.listeners.management_on_management_address
