# METADATA
# title: Machine rooms keep static electricity away
# description: The floor is antistatic and earthed, and ionisers or wrist straps keep charge from building up.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 机房防静电措施有效
#   description_zh: 地面防静电且已接地，配备静电消除器或防静电手环，并按期检查。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.1.7.a, GBT22239-8.1.1.7.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     purposes: {default: [machine_room, off_site_backup], bound: superset}
#     safeguards: {default: [antistatic_floor, antistatic_earthing, static_elimination], bound: superset}
#   remedy:
#     manual: Lay, earth or provide what is named, measure it, and record the check.
#     manual_zh: 铺设防静电地板、做好接地或配备防静电用品，检测后登记。
#   dated: true
#   measured: true
package controls.sites.static_prevented

import data.lib.sites

deny contains denial if {
	some denial in sites.unguarded(input.records, data.params.sites.static_prevented, input.as_of)
}
