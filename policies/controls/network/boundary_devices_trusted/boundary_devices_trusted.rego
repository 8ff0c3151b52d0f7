# METADATA
# title: Boundary devices verify themselves by a root of trust
# description: >-
#   Boot loader, system, configuration and programs are verified, programs again while they run; what fails raises an
#   alarm and goes to the management centre. Somebody saw that within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 边界设备基于可信根进行可信验证
#   description_zh: 对系统引导程序、系统程序、重要配置参数和边界防护应用程序进行可信验证，并在关键执行环节动态验证；验证失败即报警，结果送至安全管理中心；在规定周期内经过核查。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.3.6.a]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=365"}
#     verifies: {default: [application, boot, configuration, system], bound: superset}
#   remedy:
#     manual: Use devices with a root of trust, turn verification and its alarms on, and record what was seen (device.trust).
#     manual_zh: 选用具备可信根的设备，启用可信验证及报警，并将核查结果登记在设备（device）记录的 trust 中。
#   dated: true
#   measured: true
package controls.network.boundary_devices_trusted

import data.lib.network

deny := network.untrusted("boundary", _params, input.records.device, input.as_of)

_params := data.params.network.boundary_devices_trusted
