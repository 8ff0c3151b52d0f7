# METADATA
# title: Every key post has a holder and a deputy
# description: For each post that the hub cannot run without, two different people who still work there are named.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 关键岗位均有主岗和备岗
#   description_zh: 每个关键岗位都指定了主岗和备岗，二者不是同一人且均在岗。
#   severity: medium
#   subject: hub
#   requirements: [HUB-B2, GBT22239-8.1.7.2.a]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Name a holder and a deputy for the post and record them in its post record.
#     manual_zh: 为该岗位指定主岗与备岗，并登记到岗位（post）记录。
#   dated: true
package controls.people.deputies_named

import data.lib.records

deny contains {"item": sprintf("%s.%s", [post.id, place]), "expected": "active", "actual": _named(post[place])} if {
	some post in _key
	some place in ["primary", "deputy"]
	not post[place] in _active
}

deny contains {"item": sprintf("%s.deputy", [post.id]), "expected": "!= primary", "actual": post.deputy} if {
	some post in _key
	post.deputy != null
	post.deputy == post.primary
}

deny contains {"item": "key_post", "expected": ">= 1", "actual": 0} if count(_key) == 0

_key := [post | some post in input.records.post; post.key]

_active := {person.id | some person in input.records.person; records.active(person, input.as_of)}

_named(id) := null if id == null

_named(id) := sprintf("%s inactive", [id]) if id != null
