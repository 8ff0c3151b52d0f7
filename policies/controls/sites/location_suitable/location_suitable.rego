# METADATA
# title: Machine rooms lie where neither weather nor earthquake reaches them
# description: |
#   The building withstands earthquake, wind and rain. A room on the top floor or in the basement is waterproofed better.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 机房选址适当
#   description_zh: 所在建筑能够抗震、防风、防雨；位于顶层或地下室的，防水防潮措施已加强；均按期查看。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.1.1.a, GBT22239-8.1.1.1.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     purposes: {default: [machine_room, off_site_backup], bound: superset}
#     safeguards: {default: [earthquake_resistance, wind_resistance, rain_resistance], bound: superset}
#   remedy:
#     manual: Have the building surveyed and reinforced or the room moved, and record floor and survey.
#     manual_zh: 对建筑进行检查、加固或迁移机房，并登记所在楼层和检查结果。
#   dated: true
#   measured: true
package controls.sites.location_suitable

import data.lib.sites

deny contains denial if {
	some denial in sites.unguarded(input.records, _params, input.as_of)
}

# Whatever is not said to lie between them may be the top floor or the basement.
deny contains denial if {
	some site in sites.used(input.records.site, _params.purposes, input.as_of)
	not site.floor == "between"
	some denial in sites.lacking(input.records.safeguard, site, ["reinforced_waterproofing"], _params.days, input.as_of)
}

deny contains {"item": sprintf("%s.floor", [site.id]), "expected": "recorded", "actual": null} if {
	some site in sites.used(input.records.site, _params.purposes, input.as_of)
	site.floor == null
}

_params := data.params.sites.location_suitable
