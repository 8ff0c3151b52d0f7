# METADATA
# title: Somebody looks after each machine room, its facilities and who enters
# description: |
#   The post that answers for the room is held, power, climate and fire facilities are maintained within the period,
#   and the last round found the register of entries whole.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 机房有专人负责，设施定期维护，出入有登记
#   description_zh: 负责岗位有在岗人员，供配电、空调、消防等设施按期维护保养，最近一次巡查未发现出入登记缺漏。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.1.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     purposes: {default: [machine_room, off_site_backup], bound: superset}
#     round_days: {default: 180, bound: "<=366"}
#     service_days: {default: 180, bound: "<=366"}
#     serviced:
#       bound: superset
#       default: [automatic_fire_system, climate_control, generator, overvoltage_protection, ups, voltage_stabiliser]
#   remedy:
#     manual: Fill the post, have the facility maintained, or complete the register and make a new round; record it.
#     manual_zh: 落实负责人员、安排设施维护，或补全出入登记后重新巡查，并予以登记。
#   dated: true
#   measured: true
package controls.sites.rooms_looked_after

import data.lib.records
import data.lib.sites

deny contains {"item": sprintf("%s.owner", [site.id]), "expected": "held", "actual": site.owner} if {
	some site in _rooms
	not site.owner in _held
}

# That a facility is there at all is for the controls of the room's protection to say.
deny contains {
	"item": sprintf("%s.%s", [site.id, one.measure]),
	"expected": sprintf("<= %d", [_params.service_days]),
	"actual": sites.age(one.serviced, input.as_of),
} if {
	some site in _rooms
	some one in input.records.safeguard
	one.site == site.id
	one.measure in _params.serviced
	not sites.recent(one.serviced, _params.service_days, input.as_of)
}

deny contains denial if {
	some site in _rooms
	some denial in sites.unwalked(input.records.site_round, site, _params.round_days, input.as_of)
}

deny contains {"item": sprintf("%s.register_gaps", [site.id]), "expected": 0, "actual": round.register_gaps} if {
	some site in _rooms
	some round in sites.last_rounds(input.records.site_round, site, input.as_of)
	round.register_gaps != 0
}

deny contains denial if some denial in sites.roomless(input.records.site, input.as_of)

_params := data.params.sites.rooms_looked_after

_rooms := sites.used(input.records.site, _params.purposes, input.as_of)

_held := {post.id | some post in input.records.post; post.primary in _active}

_active := {person.id | some person in input.records.person; records.active(person, input.as_of)}
