# METADATA
# title: Every account that can log in is in the register
# description: |-
#   The register is the profile's list of approved accounts. An account that nobody entered there was opened by
#   nobody who may.
# schemas:
#   - input.accounts: schema.accounts
# custom:
#   title_zh: 所有可登录账户均已登记
#   description_zh: 登记册即 profile 中批准的账户名单。未登记的账户不是经批准开立的。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.2.c, GBT22239-8.1.10.6.b]
#   evidence: [accounts]
#   max_age: 26h
#   params: {registered: {default: [root, hubops, hub-backup]}}
#   remedy:
#     manual: >-
#       Have the account approved and enter its name in the profile (params of this control), or remove the account
#       with userdel.
#     manual_zh: 经批准后将账户名登记到 profile（本控制项的 params），或用 userdel 删除该账户。
package controls.accounts.registered

deny contains {"item": user.name, "expected": "registered", "actual": null} if {
	some user in input.accounts.users
	user.can_login
	not user.name in data.params.accounts.registered.registered
}
