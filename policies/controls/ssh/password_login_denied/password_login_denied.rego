# METADATA
# title: SSH accepts keys only, no passwords
# description: Passwords can be guessed and shared. Keyboard-interactive is accepted as the second of two factors only, after a key.
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: SSH 仅允许密钥登录，禁止口令登录
#   description_zh: 口令可被猜测和共用。键盘交互方式只可作为密钥之后的第二鉴别因素，不得单独使用。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a]
#   evidence: [sshd]
#   max_age: 26h
#   remedy: {role: ssh_server, tag: ssh_access}
package controls.ssh.password_login_denied

import data.lib.sshd

deny contains {"item": "passwordauthentication", "expected": "no", "actual": actual} if {
	actual := input.sshd.options.passwordauthentication
	actual != "no"
}

deny contains {"item": "kbdinteractiveauthentication", "expected": "no", "actual": actual} if {
	actual := input.sshd.options.kbdinteractiveauthentication
	actual != "no"
	not _second(actual)
}

not_applicable := sshd.absent if not input.sshd.installed

_second("yes") if sshd.two_factors(input.sshd.options.authenticationmethods)
