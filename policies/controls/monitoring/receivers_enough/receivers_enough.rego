# METADATA
# title: Alerts go to more than one
# description: >-
#   One person or one way can fail. The log and the dead man's switch are nobody who acts.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 告警有多个接收方
#   description_zh: 单一人员或单一渠道可能失效。日志与失联告警服务不算能够处置的接收方。
#   severity: medium
#   subject: host
#   requirements: [HUB-C3.1, HUB-C4.6, GBT22239-8.1.5.4.f]
#   evidence: [monitoring]
#   max_age: 26h
#   params:
#     min_receivers: {default: 2, bound: ">=2"}
#   remedy:
#     manual: Name those on duty in the variable alertmanager_receivers and run `hubops apply --tags alertmanager`.
#     manual_zh: 在变量 alertmanager_receivers 中登记值班接收方，执行 `hubops apply --tags alertmanager`。
package controls.monitoring.receivers_enough

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": "receivers", "expected": sprintf(">= %d", [_least]), "actual": _count} if _count < _least

_count := count({name | some name in input.monitoring.central.receivers})

_least := data.params.monitoring.receivers_enough.min_receivers

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
