# METADATA
# title: Accounts that log in have a shell of the host's list
# description: |-
#   Any other program as a shell escapes what is set for shells: mask, timeout and history.
# schemas:
#   - input.access: schema.access
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 可登录账户使用列入 /etc/shells 的 shell
#   description_zh: 使用名单以外的程序作为登录 shell，会绕过对 shell 的 umask、超时和历史记录设置。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [access, accounts]
#   max_age: 26h
#   remedy:
#     manual: >-
#       Give the account a shell of /etc/shells (usermod -s), or /usr/sbin/nologin where nobody logs in.
#     manual_zh: 为账户改用 /etc/shells 中的 shell（usermod -s）；无人登录的账户用 /usr/sbin/nologin。
package controls.accounts.shells_valid

deny contains {"item": user.name, "expected": sort(input.access.shells), "actual": user.shell} if {
	some user in input.accounts.users
	user.can_login
	not user.shell in input.access.shells
}
