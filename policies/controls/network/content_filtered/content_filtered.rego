# METADATA
# title: Traffic across the boundary is filtered by protocol and content
# description: >-
#   A rule on ports alone lets anything pass that says it is what the port is for. That a device looks at application
#   protocol and content was seen within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 进出网络的数据流按应用协议和内容控制
#   description_zh: 仅凭端口放行，任何流量都可冒充该端口的业务；设备对应用协议和应用内容的访问控制在规定周期内经过核查。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.3.2.e]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 180, bound: "<=365"}
#     functions: {default: [content_filter], bound: superset}
#   remedy:
#     manual: Filter by application protocol and content at the boundary, try that it works, and record it (device.functions).
#     manual_zh: 在边界启用基于应用协议和应用内容的访问控制并验证其有效性，登记在设备（device）记录的 functions 中。
#   dated: true
#   measured: true
package controls.network.content_filtered

import data.lib.network

deny := network.lapses(_params.functions, _params.days, input.records.device, input.as_of)

_params := data.params.network.content_filtered
