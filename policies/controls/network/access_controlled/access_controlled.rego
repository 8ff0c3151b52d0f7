# METADATA
# title: Nobody joins the network or leaves it past its boundary
# description: >-
#   Devices that nobody authorised cannot join unnoticed, people inside cannot connect outward unnoticed, and wireless
#   networks come in only through a controlled boundary. Whether each is done was seen within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 私自接入、非法外联与无线接入受控
#   description_zh: 对非授权设备私自接入、内部用户非授权外联进行检查或限制，无线网络仅经受控的边界设备接入；各项功能在规定周期内经过核查。
#   severity: high_risk
#   subject: hub
#   requirements: [GBT22239-8.1.3.1.b, GBT22239-8.1.3.1.c, GBT22239-8.1.3.1.d]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 180, bound: "<=365"}
#     functions: {default: [network_access_control, outbound_control, wireless_control], bound: superset}
#   remedy:
#     manual: Put a device with the function into use, try that it works, and record it with the day (device.functions).
#     manual_zh: 部署具备该功能的设备并验证其有效性，将功能及核查日期登记在设备（device）记录的 functions 中。
#   dated: true
#   measured: true
package controls.network.access_controlled

import data.lib.network

deny := network.lapses(_params.functions, _params.days, input.records.device, input.as_of)

_params := data.params.network.access_controlled
