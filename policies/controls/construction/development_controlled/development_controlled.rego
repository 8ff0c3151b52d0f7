# METADATA
# title: The hub's own software development is controlled
# description: |
#   Development is apart from operation and test data are controlled, regime and coding norm are in force, developers work
#   full time, and somebody else reviewed their work within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 自行软件开发过程受控
#   description_zh: 开发环境与运行环境物理分开、测试数据受控，开发管理制度和代码编写安全规范现行有效，开发人员专职，并在规定周期内由他人审查其开发活动。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.9.4.a, GBT22239-8.1.9.4.b, GBT22239-8.1.9.4.c, GBT22239-8.1.9.4.g]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 365, bound: "<=366"}}
#   remedy:
#     manual: Put right what is named in the hub's development, have somebody review it, and record it.
#     manual_zh: 整改所列的开发管理问题，由他人审查开发活动，并予以登记。
#   dated: true
#   measured: true
package controls.construction.development_controlled

import data.lib.construction
import data.lib.records

deny contains denial if {
	some denial in construction.unrecorded(_systems, {one.system | some one in input.records.software})
}

deny contains {"item": id, "expected": ">= 1", "actual": 0} if {
	some id in _own
	count([development | some development in _developments; id in development.software]) == 0
}

deny contains denial if {
	some one in _developments
	some denial in (construction.untrue(one, ["environment_separated", "test_data_controlled"]) | construction.overdue(one, "reviewed", data.params.construction.development_controlled.days, input.as_of))
}

deny contains {"item": sprintf("%s.%s", [one.id, field]), "expected": "in force", "actual": id} if {
	some one in _developments
	some field, id in {"regime": one.regime, "coding_norm": one.coding_norm}
	not id in {regime.id | some regime in input.records.regime; records.in_force(regime, input.as_of)}
}

deny contains {"item": sprintf("%s.developers", [one.id]), "expected": "full_time", "actual": others} if {
	some one in _developments
	others := sort({id | some id in one.developers; not id in _staff})
	count(others) >= min([1, count(one.developers)]) # without developers nobody is known to work full time
}

deny contains {"item": sprintf("%s.reviewed_by", [one.id]), "expected": "no developer", "actual": one.reviewed_by} if {
	some one in _developments
	one.reviewed_by in ({null} | {id | some id in one.developers})
}

not_applicable := construction.no_own_software if construction.none_of_origin(_systems, input.records.software, "own")

_systems := construction.operating(input.records.system, input.as_of)

_own := {one.id | some one in construction.of(_systems, input.records.software); one.origin == "own"}

_developments := [one | some one in input.records.development; count({id | some id in one.software; id in _own}) > 0]

_staff := {one.id | some one in input.records.person; one.employment == "full_time"; records.active(one, input.as_of)}
