# METADATA
# title: Machine rooms have steady, standby and redundant power
# description: Voltage is stabilised, overvoltage held off, an outage bridged by a UPS, and power arrives over redundant lines.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 机房供电稳定、有备用电源并冗余
#   description_zh: 供电稳压并防过电压，断电时由不间断电源接续，供电线路有冗余，并按期测试。
#   severity: high_risk
#   subject: hub
#   requirements: [GBT22239-8.1.1.9.a, GBT22239-8.1.1.9.b, GBT22239-8.1.1.9.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 180, bound: "<=366"}
#     purposes: {default: [machine_room, off_site_backup], bound: superset}
#     safeguards: {default: [voltage_stabiliser, overvoltage_protection, ups, redundant_feeds], bound: superset}
#   remedy:
#     manual: Install or repair what is named, test it under load, and record the test.
#     manual_zh: 配置或修复所列供电设施，带载测试后登记。
#   dated: true
#   measured: true
package controls.sites.power_secured

import data.lib.sites

deny contains denial if {
	some denial in sites.unguarded(input.records, data.params.sites.power_secured, input.as_of)
}
