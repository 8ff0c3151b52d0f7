# METADATA
# title: Nobody who has left can still log in to a host
# description: Whatever the records say of withdrawal, no account of a leaver has a shell or a key on any host.
# schemas:
#   - input.records: schema.records
#   - input.estate: schema.estate
# custom:
#   title_zh: 离岗人员在任何主机上均不能登录
#   description_zh: 无论记录如何登记权限收回，离岗人员的账户在所有主机上都没有可用的 shell 和公钥。
#   severity: high_risk
#   subject: hub
#   requirements: [HUB-B6, GBT22239-8.1.8.2.a]
#   evidence: [records, estate]
#   max_age: 26h
#   params: {}
#   remedy:
#     manual: Lock the account on the hosts that are named, take its keys away, and record the day in access_withdrawn.
#     manual_zh: 在所列主机上锁定该账户并清除其公钥，将日期登记到 access_withdrawn。
#   dated: true
package controls.people.leavers_have_no_accounts

import data.lib.estate
import data.lib.records

deny contains {"item": sprintf("%s@%s", [account.name, host.name]), "expected": "closed", "actual": person.id} if {
	some person in input.records.person
	records.over(person.left, input.as_of)
	some host in input.estate.hosts
	some account in host.accounts
	account.name in person.accounts
	_usable(account)
}

deny contains {"item": "person", "expected": ">= 1", "actual": 0} if count(input.records.person) == 0

deny contains denial if some denial in estate.denials

_usable(account) if account.can_login

_usable(account) if account.keys > 0
