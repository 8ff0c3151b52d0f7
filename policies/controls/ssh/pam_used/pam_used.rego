# METADATA
# title: SSH logins go through PAM
# description: |-
#   Lockout, one-time passwords, limits and the audit identity of a session are PAM's; without it none of them
#   counts.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 登录经由 PAM
#   description_zh: 账户锁定、一次性口令、资源限制和审计身份均由 PAM 执行，绕过 PAM 则全部失效。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.b, GBT22239-8.1.4.3.a]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.pam_used

import data.lib.sshd

deny contains {"item": "usepam", "expected": "yes", "actual": input.sshd.options.usepam} if {
	input.sshd.options.usepam != "yes"
}

not_applicable := sshd.absent if not input.sshd.installed
