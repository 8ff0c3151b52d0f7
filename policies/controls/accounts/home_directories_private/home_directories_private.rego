# METADATA
# title: Home directories belong to their users and are closed to others
# description: Keys, histories and settings are in there. Checked for every account that can log in and is no service's.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 用户主目录归本人所有且不对其他用户开放
#   description_zh: 主目录中存有密钥、历史记录和个人配置。核对所有可登录的非系统账户。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.d]
#   evidence: [accounts]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_homes}
package controls.accounts.home_directories_private

import data.lib.octal

deny contains {"item": user.home, "expected": "<= 0750", "actual": user.home_mode} if {
	some user in _people
	not octal.subset(user.home_mode, "0750")
}

deny contains {"item": user.home, "expected": user.name, "actual": user.home_owner} if {
	some user in _people
	not user.home_owner in {other.name | some other in input.accounts.users; other.uid == user.uid}
}

_people := [user |
	some user in input.accounts.users
	user.can_login
	not user.system
	not is_null(user.home_mode) # the directory exists
]
