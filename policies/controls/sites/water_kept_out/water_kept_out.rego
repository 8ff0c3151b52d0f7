# METADATA
# title: Machine rooms are protected from water and damp
# description: Rain cannot seep in, damp does not condense, water does not spread, and a leak raises an alarm.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 机房防水防潮措施有效
#   description_zh: 门窗、屋顶和墙体不渗雨水，无结露和积水蔓延，漏水检测能够报警，并按期检查。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.1.6.a, GBT22239-8.1.1.6.b, GBT22239-8.1.1.6.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 180, bound: "<=366"}
#     purposes: {default: [machine_room, off_site_backup], bound: superset}
#     safeguards: {default: [seepage_protection, condensation_protection, drainage, leak_detection], bound: superset}
#   remedy:
#     manual: Seal, drain or equip the room as named, test it, and record the test.
#     manual_zh: 按所列项目做好防渗、排水或加装漏水检测，测试后登记。
#   dated: true
#   measured: true
package controls.sites.water_kept_out

import data.lib.sites

deny contains denial if {
	some denial in sites.unguarded(input.records, data.params.sites.water_kept_out, input.as_of)
}
