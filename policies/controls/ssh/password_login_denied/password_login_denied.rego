# METADATA
# title: SSH accepts keys only, no passwords
# description: Passwords can be guessed and shared. Where keyboard-interactive serves a second factor, waive that item.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 仅允许密钥登录，禁止口令登录
#   description_zh: 口令可被猜测和共用。若键盘交互方式用于第二鉴别因素，可对该项申请豁免。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.password_login_denied

import data.lib.sshd

deny contains {"item": option, "expected": "no", "actual": actual} if {
	some option, actual in {
		"passwordauthentication": input.sshd.options.passwordauthentication,
		"kbdinteractiveauthentication": input.sshd.options.kbdinteractiveauthentication,
	}
	actual != "no"
}

not_applicable := sshd.absent if not input.sshd.installed
