# METADATA
# title: New files are closed to others
# description: The mask that a login shell really has, and the one for new homes and sessions in login.defs.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 新建文件默认不对其他用户开放
#   description_zh: 核对登录 shell 实际生效的 umask 以及 login.defs 中的设置。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [accounts]
#   max_age: 26h
#   params: {umask: {default: "027", bound: masks}}
#   remedy: {role: accounts, tag: accounts_session}
package controls.accounts.umask_strict

import data.lib.octal

deny contains {"item": item, "expected": sprintf(">= %s", [_umask]), "actual": actual} if {
	some item, actual in {
		"umask": input.accounts.session.umask,
		"login.defs UMASK": input.accounts.login_defs.umask,
	}
	not octal.subset(_umask, actual)
}

_umask := data.params.accounts.umask_strict.umask
