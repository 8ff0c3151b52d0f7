# METADATA
# title: Accounts of services can neither log in nor be logged in to
# description: They exist to own processes and files. Each has a shell that runs no commands, and no usable password.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 系统账户已锁定且不可登录
#   description_zh: 系统账户仅用于运行服务和拥有文件，其 shell 不应能执行命令，也不应有可用口令。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.b, GBT22239-8.1.4.2.c]
#   evidence: [accounts]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_identity}
package controls.accounts.system_accounts_locked

deny contains {"item": user.name, "expected": "/usr/sbin/nologin", "actual": user.shell} if {
	some user in input.accounts.users
	user.system
	user.can_login
}

deny contains {"item": user.name, "expected": "locked", "actual": user.password} if {
	some user in input.accounts.users
	user.system
	not user.password in {"locked", "missing"}
}
