# METADATA
# title: Every system in operation is assessed every year, at its level and by a certified body
# description: |
#   The last assessment was at the level that the system has now, by a supplier that was certified on that day and did not
#   build the system, and did not conclude that the system does not conform.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 在用系统每年由合规机构按现等级测评
#   description_zh: 最近一次等级测评依据系统现有等级，由测评时证书有效且非该系统建设单位的测评机构实施，测评结论不为“不符合”。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.9.9.a, GBT22239-8.1.9.9.b, GBT22239-8.1.9.9.c]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 365, bound: "<=366"}}
#   remedy:
#     manual: Have a certified body assess the system at its level, mending first what made it fail, and record it.
#     manual_zh: 整改导致不符合的问题，委托合规测评机构按现有等级开展等级测评，并予以登记。
#   dated: true
#   measured: true
package controls.construction.levels_assessed

import data.lib.construction

deny contains denial if {
	some denial in construction.unrecorded(_systems, {one.system | some one in _held})
}

deny contains denial if {
	some [_, one] in _last
	some denial in construction.overdue(one, "held", data.params.construction.levels_assessed.days, input.as_of)
}

deny contains {"item": sprintf("%s.conclusion", [one.id]), "expected": "conforms", "actual": one.conclusion} if {
	some [_, one] in _last
	one.conclusion == "does_not_conform"
}

deny contains denial if {
	some [_, one] in _last
	some denial in (construction.blank(one, ["certificate", "certified_until"]) | construction.late(one, {"held": one.certified_until}, input.as_of))
}

deny contains {"item": sprintf("%s.level", [one.id]), "expected": system.level, "actual": one.level} if {
	some [system, one] in _last
	one.level != system.level
}

deny contains {"item": sprintf("%s.body", [one.id]), "expected": "supplier that did not build it", "actual": one.body} if {
	some [system, one] in _last
	not one.body in {party.id | some party in input.records.party; party.role == "supplier"; party.id != system.builder}
}

_systems := construction.operating(input.records.system, input.as_of)

_held := construction.held(_systems, input.records.level_assessment, input.as_of)

_last := [[system, one] |
	some system in _systems
	some one in construction.of([system], _held)
	one.held == max([other.held | some other in construction.of([system], _held)])
]
