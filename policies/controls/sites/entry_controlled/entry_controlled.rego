# METADATA
# title: Machine rooms have electronic entry control
# description: It controls, identifies and records who enters, and worked when it was last checked, within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 机房出入口配置电子门禁系统
#   description_zh: 门禁能鉴别人员身份、控制并记录进出，按期检查且工作正常。
#   severity: high_risk
#   subject: hub
#   requirements: [GBT22239-8.1.1.2.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 180, bound: "<=366"}
#     purposes: {default: [machine_room, off_site_backup], bound: superset}
#     safeguards: {default: [entry_control], bound: superset}
#   remedy:
#     manual: Install or repair the entry control of the site, check it, and record the check.
#     manual_zh: 为该场所配置或修复电子门禁系统，检查后登记检查结果。
#   dated: true
#   measured: true
package controls.sites.entry_controlled

import data.lib.sites

deny contains denial if {
	some denial in sites.unguarded(input.records, data.params.sites.entry_controlled, input.as_of)
}
