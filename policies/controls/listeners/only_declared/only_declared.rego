# METADATA
# title: Only declared programs answer on declared ports
# description: A port that nobody declared is a service that nobody looks after, or an intruder's. Declared are protocol, port and program together; what answers on the loopback address alone does not count.
# schemas:
#   - input.listeners: schema.listeners
# custom:
#   title_zh: 仅清单内的程序在清单内的端口上监听
#   description_zh: 未登记的监听端口要么无人维护，要么属于入侵者。协议、端口与程序三者一并登记；仅监听回环地址的不计。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, HUB-C4.2, GBT22239-8.1.4.4.b]
#   evidence: [listeners]
#   max_age: 26h
#   params:
#     declared:
#       default: [tcp 22 sshd, tcp 22 systemd, tcp 6514 rsyslogd, tcp 8022 sshd, tcp 8443 python3, "tcp 8443 ?", "tcp 9090 ?", tcp 9090 prometheus, "tcp 9093 ?", tcp 9093 prometheus-aler, "tcp 9099 ?", tcp 9099 hubops-alert-re, "tcp 9100 ?", tcp 9100 prometheus-node, tcp 9115 prometheus-blac, "tcp 9187 ?", tcp 9187 prometheus-post, "udp 123 ?", udp 123 chronyd, udp 546 dhclient, udp 546 dhcpcd, udp 546 systemd-network, udp 68 dhclient, udp 68 dhcpcd, udp 68 systemd-network]
#   remedy:
#     manual: Stop the program (ss -tulnp shows it), or bind it to the loopback address; declare it in the profile if the hub needs it.
#     manual_zh: 用 ss -tulnp 找到该程序并停用，或改为仅监听回环地址；中枢确需使用的，在配置文件中登记。
package controls.listeners.only_declared

import data.lib.names

deny contains {"item": sprintf("%s %s %d", [found.protocol, found.address, found.port]), "expected": null, "actual": _program(found)} if {
	some found in input.listeners.listeners
	not found.loopback
	not names.matches(sprintf("%s %d %s", [found.protocol, found.port, _program(found)]), data.params.listeners.only_declared.declared)
}

# The kernel itself, or a program of another account in a container, where root may not look into it.
_program(found) := "?" if {
	is_null(found.program)
} else := found.program
