# METADATA
# title: Media are kept by one person in a safe place, counted, and handed over under control
# description: Somebody else than the custodian counts them; who takes one away needs approval, and who gets it signs.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 存储介质专人安全保管、定期盘点、交接受控
#   description_zh: 介质存放环境安全，由专人保管，由他人按目录盘点；传输和查阅事先批准、封装并签收。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.3.a, GBT22239-8.1.10.3.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 184, bound: "<=366"}
#     handover_days: {default: 7, bound: "<=31"}
#     look_back: {default: 365, bound: ">=365"}
#     sensitive: {default: [core, important], bound: superset}
#   remedy:
#     manual: Put the medium under lock with a custodian and count it; have handovers approved and confirmed, and record them.
#     manual_zh: 将介质上锁存放并指定专人保管、组织盘点；介质交接须批准并签收，予以登记。
#   dated: true
package controls.assets.media_controlled

import data.lib.operation
import data.lib.records

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "media", "expected": ">= 1", "actual": 0} if count(_media) == 0

_params := data.params.assets.media_controlled

_wrong contains [medium, field, expected] if {
	some medium in _media
	some field, expected in _faults(medium)
}

_wrong contains [handover, field, expected] if {
	some handover in input.records.handover
	handover.media != null
	operation.recent(handover.day, input.as_of, _params.look_back)
	some field, expected in _gaps(handover)
}

_faults(medium) := object.union_n([
	{"protected": true | not medium.protected},
	{"custodian": "active" | not medium.custodian in _active},
	{"counted": operation.since(input.as_of, _params.days) |
		not operation.recent(medium.counted, input.as_of, _params.days)
	},
	{"counted_by": "!= custodian" | medium.counted_by in {null, medium.custodian}},
	{"encrypted": true | medium.information in _params.sensitive; not medium.encrypted},
])

_gaps(handover) := object.union_n([
	{"approved": sprintf("<= %s", [handover.day]) | not operation.approved_before(handover, handover.day)},
	{"sealed": true | handover.purpose == "transport"; not handover.sealed},
	{"received": operation.since(input.as_of, _params.handover_days) | _open(handover)},
])

_open(handover) if {
	handover.purpose in {"transport", "consultation"}
	not records.reached(handover.received, input.as_of)
	not operation.recent(handover.day, input.as_of, _params.handover_days)
}

_media := [one | some one in input.records.media; operation.used(one.archived, one.disposed, input.as_of)]

_active := operation.active(input.records.person, input.as_of)
