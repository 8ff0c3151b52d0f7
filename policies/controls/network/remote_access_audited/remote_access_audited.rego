# METADATA
# title: Remote access and internet use are audited by themselves
# description: >-
#   What people do from outside, and what those inside do on the internet, is recorded and analysed apart from other
#   traffic. That a device does so was seen within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 远程访问和上网行为单独审计
#   description_zh: 对远程访问的用户行为和访问互联网的用户行为单独进行审计和数据分析；各项功能在规定周期内经过核查。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.3.5.d]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 180, bound: "<=365"}
#     functions: {default: [internet_access_audit, remote_access_audit], bound: superset}
#   remedy:
#     manual: Audit remote access and internet use by a device of their own, see that it works, and record it (device.functions).
#     manual_zh: 部署远程访问审计和上网行为审计功能并验证其有效性，登记在设备（device）记录的 functions 中。
#   dated: true
#   measured: true
package controls.network.remote_access_audited

import data.lib.network

deny := network.lapses(_params.functions, _params.days, input.records.device, input.as_of)

_params := data.params.network.remote_access_audited
