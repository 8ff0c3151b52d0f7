# METADATA
# title: Storage is wiped or destroyed before it is used anew or scrapped
# description: >-
#   Whatever held data and is gone from the register has a record that it was wiped or destroyed, of which a
#   second person made sure.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 含存储的设备与介质重用、报废前清除数据
#   description_zh: 停用的存储类设备和注销的介质均有清除或销毁记录，并经非经办人员核验。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.10.4.d]
#   evidence: [records]
#   max_age: 26h
#   params:
#     look_back: {default: 365, bound: ">=365"}
#     storing: {default: [network_device, security_device, server, storage, terminal], bound: superset}
#   remedy:
#     manual: Wipe or destroy the storage, have somebody else make sure, and record it.
#     manual_zh: 清除或销毁存储数据，由他人核验后登记。
#   dated: true
package controls.assets.wiped_before_reuse

import data.lib.operation

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "asset", "expected": ">= 1", "actual": 0} if count(input.records.asset) == 0

not_applicable := {
	"en": "no device or medium was used anew or scrapped in the period",
	"zh": "期内无设备或介质重用、报废",
} if {
	count(input.records.asset) > 0
	count(_handovers) == 0
	count(_gone) == 0
}

_params := data.params.assets.wiped_before_reuse

_wrong contains [handover, "data", "wiped"] if {
	some handover in _handovers
	not handover.data in {"none", "wiped", "destroyed"}
}

_wrong contains [handover, "verified_by", "!= carrier"] if {
	some handover in _handovers
	handover.verified_by in {null, handover.carrier}
}

_wrong contains [thing, "disposed", "recorded as wiped"] if {
	some thing in _gone
	not thing.id in {id | some handover in input.records.handover; _final(handover); some id in [handover.asset, handover.media]}
}

_handovers := [handover |
	some handover in input.records.handover
	_final(handover)
	operation.recent(handover.day, input.as_of, _params.look_back)
]

_final(handover) if handover.purpose in {"reuse", "scrapping"}

_gone := [thing |
	some thing in array.concat(input.records.media, _storing)
	operation.recent(thing.disposed, input.as_of, _params.look_back)
]

_storing := [asset | some asset in input.records.asset; asset.category in _params.storing]
