# METADATA
# title: SSH trusts no host and no user's own files for identity or environment
# description: Host trust (.rhosts, host keys) and users' environment files go round the server's own checks.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 不采信主机信任文件和用户环境文件
#   description_zh: 主机信任（.rhosts、主机密钥）和用户环境文件会绕过服务端自身的鉴别与限制。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.2.a]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.trust_files_ignored

import data.lib.sshd

deny contains {"item": option, "expected": expected, "actual": actual} if {
	some option, [expected, actual] in {
		"ignorerhosts": ["yes", input.sshd.options.ignorerhosts],
		"hostbasedauthentication": ["no", input.sshd.options.hostbasedauthentication],
		"permituserenvironment": ["no", input.sshd.options.permituserenvironment],
	}
	actual != expected
}

not_applicable := sshd.absent if not input.sshd.installed
