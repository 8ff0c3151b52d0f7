# METADATA
# title: Nobody but root looks into root's home
# description: Keys, histories and notes of the administration are in there.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: root 主目录仅 root 可访问
#   description_zh: 其中存有管理所用的密钥、历史记录和资料。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [accounts]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_homes}
package controls.accounts.root_home_private

import data.lib.octal

deny contains {"item": user.home, "expected": "<= 0700", "actual": user.home_mode} if {
	some user in input.accounts.users
	user.uid == 0
	not octal.subset(user.home_mode, "0700")
}

deny contains {"item": user.home, "expected": "root", "actual": user.home_owner} if {
	some user in input.accounts.users
	user.uid == 0
	user.home_owner != "root"
}

# A host without root does not say who owns it.
deny contains {"item": "uid 0", "expected": ">= 1", "actual": 0} if {
	every user in input.accounts.users {
		user.uid != 0
	}
}
