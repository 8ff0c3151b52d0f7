# METADATA
# title: Temperature and humidity of machine rooms regulate themselves
# description: Automatic climate control keeps both within what the equipment allows, and worked when it was last checked.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 机房温湿度自动调节
#   description_zh: 温湿度由设施自动调节，保持在设备允许的范围内，并按期检查。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.1.8.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 180, bound: "<=366"}
#     purposes: {default: [machine_room, off_site_backup], bound: superset}
#     safeguards: {default: [climate_control], bound: superset}
#   remedy:
#     manual: Install or repair the climate control, check its range, and record the check.
#     manual_zh: 配置或修复温湿度自动调节设施，核对运行范围后登记。
#   dated: true
#   measured: true
package controls.sites.climate_regulated

import data.lib.sites

deny contains denial if {
	some denial in sites.unguarded(input.records, data.params.sites.climate_regulated, input.as_of)
}
