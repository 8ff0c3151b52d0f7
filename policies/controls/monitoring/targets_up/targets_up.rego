# METADATA
# title: Everything that the monitoring asks has answered lately
# description: >-
#   A target that does not answer is not seen; without targets nothing is.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 监控目标近期均有应答
#   description_zh: 无应答的目标无法被监控；没有目标则没有监控。
#   severity: high
#   subject: host
#   requirements: [HUB-C1.3, GBT22239-8.1.5.4.c]
#   evidence: [monitoring]
#   max_age: 26h
#   params:
#     max_seconds: {default: 300, bound: "<=600"}
#   remedy:
#     manual: Look at the target's error in Prometheus under /targets; start its exporter, or take it out of the inventory if it is no more.
#     manual_zh: 在 Prometheus 的 /targets 页面查看错误；启动其采集组件，已不存在的从清单中移除。
#   measured: true
package controls.monitoring.targets_up

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": _name(target), "expected": "up", "actual": target.health} if {
	some target in input.monitoring.central.targets
	target.health != "up"
}

deny contains {"item": _name(target), "expected": sprintf("<= %d s", [_most]), "actual": target.seconds} if {
	some target in input.monitoring.central.targets
	not _recent(target)
}

deny contains {"item": "targets", "expected": ">= 1", "actual": 0} if not _some

_some if count(input.monitoring.central.targets) > 0

_recent(target) if {
	is_number(target.seconds)
	target.seconds >= 0
	target.seconds <= _most
}

_name(target) := sprintf("%s on %s", [target.job, target.instance])

_most := data.params.monitoring.targets_up.max_seconds

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
