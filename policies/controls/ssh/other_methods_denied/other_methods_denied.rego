# METADATA
# title: SSH offers no way to log in beside keys and one-time passwords
# description: Kerberos and GSSAPI rest on a directory that is not part of this baseline; what nobody uses nobody watches.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 除密钥与一次性口令外不提供其他登录方式
#   description_zh: Kerberos、GSSAPI 依赖本基线之外的目录服务；无人使用的途径也无人监管。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.4.b]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.other_methods_denied

import data.lib.sshd

deny contains {"item": option, "expected": expected, "actual": actual} if {
	some option, [expected, actual] in {
		"gssapiauthentication": ["no", input.sshd.options.gssapiauthentication],
		"kerberosauthentication": ["no", input.sshd.options.kerberosauthentication],
	}
	actual != expected
}

not_applicable := sshd.absent if not input.sshd.installed
