# METADATA
# title: Silences end soon and say why
# description: >-
#   A silence without an end or a reason is an alert switched off for ever. Who needs longer changes the rule.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 告警静默有期限并注明原因
#   description_zh: 没有期限或原因的静默等于永久关闭告警；确需更久的应修改规则。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.6, GBT22239-8.1.5.4.f]
#   evidence: [monitoring]
#   max_age: 26h
#   params:
#     max_hours: {default: 72, bound: "<=168"}
#   remedy:
#     manual: List them with amtool silence query and expire those that are too long or unexplained; make them anew with an end, an author and a reason.
#     manual_zh: 用 amtool silence query 列出，终止过长或未说明的静默；需要的重新设置并注明期限、人员与原因。
#   measured: true
package controls.monitoring.silences_bounded

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": _name(silence), "expected": sprintf("<= %d h left", [_most]), "actual": silence.hours_left} if {
	some silence in input.monitoring.central.silences
	not _bounded(silence)
}

deny contains {"item": _name(silence), "expected": "author and reason", "actual": null} if {
	some silence in input.monitoring.central.silences
	not silence.explained
}

# Where Alertmanager does not answer, nothing is known of its silences.
deny contains {"item": "Watchdog arrived", "expected": true, "actual": false} if not input.monitoring.central.watchdog.arrived

_bounded(silence) if {
	is_number(silence.hours_left)
	silence.hours_left >= 0
	silence.hours_left <= _most
}

_name(silence) := concat(", ", silence.matchers)

_most := data.params.monitoring.silences_bounded.max_hours

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
