# METADATA
# title: Every account on a host that a person can use belongs to somebody who is recorded
# description: |-
#   An account that belongs to nobody was opened by nobody who may, and one that belongs to two is shared. Whose account
#   it is must be recorded as having access. Accounts of programs are listed in `programs`.
# schemas:
#   - input.records: schema.records
#   - input.estate: schema.estate
# custom:
#   title_zh: 主机上每个可登录账户均对应一名登记人员
#   description_zh: 无人对应的账户未经批准开立，对应多人的账户即为共享账户；账户所属人员须登记为有访问权限。程序使用的账户列入参数 programs。
#   severity: high
#   subject: hub
#   requirements: [HUB-A4, GBT22239-8.1.4.2.a, GBT22239-8.1.4.2.c, GBT22239-8.1.10.6.b]
#   evidence: [records, estate]
#   max_age: 26h
#   params: {programs: {default: [root, hubops, hub-backup]}}
#   remedy:
#     manual: Record whose account it is (accounts of a person), or remove the account from the host.
#     manual_zh: 在人员（person）记录的 accounts 中登记账户所属人员，或从主机上删除该账户。
package controls.people.accounts_have_persons

import data.lib.estate

deny contains {"item": account, "expected": "one person", "actual": sort(_owners(name))} if {
	some account, name in _accounts
	count(_owners(name)) != 1
}

deny contains {"item": sprintf("%s of %s", [account, person.id]), "expected": "access", "actual": person.access} if {
	some account, name in _accounts
	some person in input.records.person
	name in person.accounts
	not person.access
}

deny contains denial if some denial in estate.denials

_accounts[sprintf("%s@%s", [account.name, host.name])] := account.name if {
	some host in input.estate.hosts
	some account in host.accounts
	_usable(account)
	not account.name in data.params.people.accounts_have_persons.programs
}

_usable(account) if account.can_login

_usable(account) if account.keys > 0

_owners(name) := {person.id | some person in input.records.person; name in person.accounts}
