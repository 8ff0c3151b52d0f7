# METADATA
# title: Every rule works
# description: >-
#   A rule that fails raises no alert, and nobody misses it.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 所有规则均正常执行
#   description_zh: 执行失败的规则不会产生告警，也不会有人发觉。
#   severity: high
#   subject: host
#   requirements: [HUB-C1.3, GBT22239-8.1.5.4.c, GBT22239-8.1.5.4.f]
#   evidence: [monitoring]
#   max_age: 26h
#   remedy:
#     manual: Look at the rule's error in Prometheus under /rules, correct it, and run promtool test rules.
#     manual_zh: 在 Prometheus 的 /rules 页面查看错误，更正后执行 promtool test rules。
package controls.monitoring.rules_healthy

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": rule.name, "expected": "ok", "actual": rule.health} if {
	some rule in input.monitoring.central.rules
	rule.health != "ok"
}

deny contains {"item": "rules", "expected": ">= 1", "actual": 0} if not _some

_some if count(input.monitoring.central.rules) > 0

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
