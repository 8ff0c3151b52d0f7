# METADATA
# title: Accounts of services can neither log in nor be logged in to
# description: |-
#   They exist to own processes and files. Each has a shell that runs no commands, and no usable password. Excepted
#   from the first is who takes backups: its keys start one program alone, and sshd starts that with a shell.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 系统账户已锁定且不可登录
#   description_zh: 系统账户仅用于运行服务和拥有文件，其 shell 不应能执行命令，也不应有可用口令。接收备份的账户例外允许 shell：其密钥只能启动一个程序，而 sshd 须通过 shell 启动它。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.b, GBT22239-8.1.4.2.c]
#   evidence: [accounts]
#   max_age: 26h
#   params:
#     service_logins: {default: [hub-backup], bound: subset_or_empty}
#   remedy: {role: accounts, tag: accounts_identity}
package controls.accounts.system_accounts_locked

deny contains {"item": user.name, "expected": "/usr/sbin/nologin", "actual": user.shell} if {
	some user in input.accounts.users
	user.system
	user.can_login
	not user.name in data.params.accounts.system_accounts_locked.service_logins
}

deny contains {"item": user.name, "expected": "locked", "actual": user.password} if {
	some user in input.accounts.users
	user.system
	not user.password in {"locked", "missing"}
}
