# METADATA
# title: A drill has shown that data can be restored
# description: Data is restored from the off-site copy with the escrowed key onto another host, and compared. A backup that was never restored is a hope.
# schemas:
#   - input.drills: schema.drills
# custom:
#   title_zh: 演练已证明数据能够恢复
#   description_zh: 使用托管密钥，将异地副本恢复到另一台主机并比对内容。从未恢复过的备份只是一种希望。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C3.3, HUB-C4.4, GBT22239-8.1.4.9.a, GBT22239-8.1.10.11.c]
#   evidence: [drills]
#   max_age: 26h
#   params:
#     max_days: {default: 90, bound: "<=90"}
#   remedy:
#     manual: Run `hubops drill restore`.
#     manual_zh: 执行 `hubops drill restore`。
#   measured: true
package controls.drills.restore_held

import data.lib.drills

deny contains {"item": "keeper of the records", "expected": "named", "actual": null} if is_null(input.drills.settings)

deny contains drills.overdue(input.drills, "restore", data.params.drills.restore_held.max_days) if input.drills.settings.here

not_applicable := drills.kept_elsewhere(input.drills.settings)
