# METADATA
# title: Rules in force say who and what may enter machine rooms, and how they are kept
# description: For each room a regime that is issued and not withdrawn rules access, goods and environment.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 机房管理有现行制度可依
#   description_zh: 每个机房的人员出入、物品带进带出和环境安全，均由已发布且未废止的制度加以规定。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.1.b]
#   evidence: [records]
#   max_age: 26h
#   params: {purposes: {default: [machine_room, off_site_backup], bound: superset}}
#   remedy:
#     manual: Write and issue the rules, and name their regime in the record of the site.
#     manual_zh: 制定并发布相应规定，并在该场所的记录中填写所依据的制度。
#   dated: true
package controls.sites.rooms_regulated

import data.lib.records
import data.lib.sites

deny contains {"item": sprintf("%s.%s", [site.id, rules]), "expected": "in force", "actual": site[rules]} if {
	some site in sites.used(input.records.site, data.params.sites.rooms_regulated.purposes, input.as_of)
	some rules in ["access_rules", "environment_rules", "goods_rules"]
	not site[rules] in _in_force
}

deny contains denial if some denial in sites.roomless(input.records.site, input.as_of)

_in_force := {regime.id | some regime in input.records.regime; records.in_force(regime, input.as_of)}
