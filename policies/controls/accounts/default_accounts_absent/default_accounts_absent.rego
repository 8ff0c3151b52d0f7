# METADATA
# title: Accounts with well-known names cannot be used
# description: |-
#   Names that come with systems, images and products are tried first. Each such account is locked and accepts no
#   key.
# schemas:
#   - input.access: schema.access
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 默认账户和通用名称账户不可使用
#   description_zh: 系统、镜像和产品自带的账户名最先被尝试。此类账户须锁定，且不接受密钥。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.b]
#   evidence: [access, accounts]
#   max_age: 26h
#   params:
#     default_names:
#       default: [guest, test, tester, demo, user, admin, administrator, operator, support, debian, ubuntu, centos, cloud-user,
#         ec2-user, vagrant, pi, oracle, mysql, postgres, mongodb, redis, tomcat, jenkins, git, ftp, ftpuser, nagios, zabbix, deploy]
#       bound: superset
#   remedy: {role: accounts, tag: accounts_defaults}
package controls.accounts.default_accounts_absent

deny contains {"item": user.name, "expected": "locked", "actual": user.password} if {
	some user in _well_known
	not user.password in {"locked", "missing"}
}

deny contains {"item": sprintf("%s: keys", [user.name]), "expected": 0, "actual": login.keys} if {
	some user in _well_known
	some login in input.access.logins
	login.name == user.name
	login.keys > 0
}

_well_known := [user |
	some user in input.accounts.users
	user.name in data.params.accounts.default_accounts_absent.default_names
]
