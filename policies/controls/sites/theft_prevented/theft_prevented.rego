# METADATA
# title: Equipment of machine rooms cannot be taken or damaged unseen
# description: |
#   Equipment is fixed and durably marked, cables run concealed, and a burglar alarm or cameras that somebody watches
#   guard the room.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 机房防盗窃和防破坏措施有效
#   description_zh: 设备固定并有不易除去的标识，线缆隐蔽铺设，装有防盗报警或有专人值守的视频监控，并按期检查。
#   severity: high_risk
#   subject: hub
#   requirements: [GBT22239-8.1.1.3.a, GBT22239-8.1.1.3.b, GBT22239-8.1.1.3.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     alarms: {default: [burglar_alarm, watched_cctv], bound: subset}
#     days: {default: 180, bound: "<=366"}
#     purposes: {default: [machine_room, off_site_backup], bound: superset}
#     safeguards: {default: [equipment_fixed, equipment_marked, cables_concealed], bound: superset}
#   remedy:
#     manual: Fix, mark or conceal what is named, or have the room guarded, and record the check.
#     manual_zh: 固定、标识设备或隐蔽线缆，落实防盗报警或视频监控值守，检查后登记。
#   dated: true
#   measured: true
package controls.sites.theft_prevented

import data.lib.sites

deny contains denial if {
	some denial in sites.unguarded(input.records, _params, input.as_of)
}

deny contains {"item": sprintf("%s.alarm", [site.id]), "expected": _params.alarms, "actual": []} if {
	some site in sites.used(input.records.site, _params.purposes, input.as_of)
	every alarm in _params.alarms {
		count(sites.lacking(input.records.safeguard, site, [alarm], _params.days, input.as_of)) > 0
	}
}

_params := data.params.sites.theft_prevented
