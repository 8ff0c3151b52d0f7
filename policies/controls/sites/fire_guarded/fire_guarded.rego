# METADATA
# title: Machine rooms withstand, contain and put out fire
# description: Fire is detected, reported and put out automatically; rooms are of fire-resistant material, zones parted by barriers.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 机房具备自动消防、耐火建材和防火隔离
#   description_zh: 能自动发现火情、报警并灭火，建筑用材耐火，不同区域之间有防火隔断，并按期检测。
#   severity: high_risk
#   subject: hub
#   requirements: [GBT22239-8.1.1.5.a, GBT22239-8.1.1.5.b, GBT22239-8.1.1.5.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     purposes: {default: [machine_room, off_site_backup], bound: superset}
#     safeguards: {default: [automatic_fire_system, fire_resistant_materials, fire_partitions], bound: superset}
#   remedy:
#     manual: Install or mend what is named, have it tested by the fire protection service, and record the test.
#     manual_zh: 增设或修复所列消防设施，经消防维保单位检测后登记。
#   dated: true
#   measured: true
package controls.sites.fire_guarded

import data.lib.sites

deny contains denial if {
	some denial in sites.unguarded(input.records, data.params.sites.fire_guarded, input.as_of)
}
