# METADATA
# title: SSH opens no tunnels
# description: |-
#   A tunnel device, a forwarded socket or a forwarded port that other hosts may use joins networks that are to be
#   apart.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: 禁止 SSH 隧道
#   description_zh: 隧道设备、转发的本地套接字以及对外开放的转发端口会把本应隔离的网络连在一起。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.1.a, GBT22239-8.1.4.4.b]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.tunnels_denied

import data.lib.sshd

deny contains {"item": option, "expected": expected, "actual": actual} if {
	some option, [expected, actual] in {
		"permittunnel": ["no", input.sshd.options.permittunnel],
		"gatewayports": ["no", input.sshd.options.gatewayports],
		"allowstreamlocalforwarding": ["no", input.sshd.options.allowstreamlocalforwarding],
	}
	actual != expected
}

not_applicable := sshd.absent if not input.sshd.installed
