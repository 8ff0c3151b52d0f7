# METADATA
# title: Machine rooms are guarded against electromagnetic interference
# description: Power and data cables run apart, and key equipment is shielded; both were checked within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 机房电磁防护措施有效
#   description_zh: 电源线与通信线分开铺设，关键设备有屏蔽措施，并按期检查。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.1.10.a, GBT22239-8.1.1.10.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     purposes: {default: [machine_room, off_site_backup], bound: superset}
#     safeguards: {default: [cables_separated, shielding], bound: superset}
#   remedy:
#     manual: Lay the cables apart or shield the equipment, inspect it, and record the check.
#     manual_zh: 分开铺设线缆或对关键设备实施电磁屏蔽，检查后登记。
#   dated: true
#   measured: true
package controls.sites.interference_prevented

import data.lib.sites

deny contains denial if {
	some denial in sites.unguarded(input.records, data.params.sites.interference_prevented, input.as_of)
}
