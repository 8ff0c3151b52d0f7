# METADATA
# title: A drill has shown that an alert reaches its receiver
# description: A host's exporter is stopped on purpose; the alert must arrive at the receiver and clear. Rules that have never fired may reach nobody.
# schemas:
#   - input.drills: schema.drills
# custom:
#   title_zh: 演练已证明告警能送达接收方
#   description_zh: 人为停止某主机的采集程序，告警须送达接收方并在恢复后解除。从未触发过的规则，也许谁也通知不到。
#   severity: high
#   subject: host
#   requirements: [HUB-C1.3, HUB-C3.3, GBT22239-8.1.5.4.c]
#   evidence: [drills]
#   max_age: 26h
#   params:
#     max_days: {default: 90, bound: "<=90"}
#   remedy:
#     manual: Run `hubops drill alert`.
#     manual_zh: 执行 `hubops drill alert`。
#   measured: true
package controls.drills.alert_held

import data.lib.drills

deny contains {"item": "keeper of the records", "expected": "named", "actual": null} if is_null(input.drills.settings)

deny contains drills.overdue(input.drills, "alert", data.params.drills.alert_held.max_days) if input.drills.settings.here

not_applicable := drills.kept_elsewhere(input.drills.settings)
