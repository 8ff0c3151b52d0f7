# METADATA
# title: SSH forwards nothing
# description: A forwarded port, display or agent is a way round the boundary. A declared bastion needs a waiver.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: 禁止 SSH 转发
#   description_zh: 端口、图形界面和代理转发会绕过区域边界。堡垒机等确需使用的，应申请豁免。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.2, GBT22239-8.1.3.1.a, GBT22239-8.1.4.4.b]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.forwarding_denied

import data.lib.sshd

deny contains {"item": option, "expected": "no", "actual": actual} if {
	input.sshd.options.disableforwarding != "yes" # it overrules the others
	some option, actual in {
		"x11forwarding": input.sshd.options.x11forwarding,
		"allowagentforwarding": input.sshd.options.allowagentforwarding,
		"allowtcpforwarding": input.sshd.options.allowtcpforwarding,
	}
	actual != "no"
}

not_applicable := sshd.absent if not input.sshd.installed
