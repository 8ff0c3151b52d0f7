# METADATA
# title: Attacks are stopped at the boundary, and those of new kinds are looked for
# description: >-
#   Signatures show what is known; analysis of traffic shows what is not. Both were seen to work within the period, and
#   the signatures were current when somebody looked.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 在关键网络节点防御入侵并分析新型攻击
#   description_zh: 特征库只能识别已知攻击，新型攻击须靠网络行为分析发现；两项功能在规定周期内经过核查，且核查时特征库为最新。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.3.3.a, GBT22239-8.1.3.3.c]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 180, bound: "<=365"}
#     functions: {default: [intrusion_prevention, traffic_analysis], bound: superset}
#     by_signatures: {default: [intrusion_prevention], bound: superset}
#     signature_days: {default: 7, bound: "<=30"}
#   remedy:
#     manual: Put the function into use, keep its signatures current, try that it works, and record it (device.functions).
#     manual_zh: 部署该功能并及时更新特征库，验证其有效性后登记在设备（device）记录的 functions 中。
#   dated: true
#   measured: true
package controls.network.attacks_recognised

import data.lib.network

deny := lapses | outdated if {
	lapses := network.lapses(_params.functions, _params.days, input.records.device, input.as_of)
	outdated := network.outdated(_params.by_signatures, _params.signature_days, input.records.device, input.as_of)
}

_params := data.params.network.attacks_recognised
