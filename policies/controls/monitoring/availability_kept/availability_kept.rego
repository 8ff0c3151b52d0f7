# METADATA
# title: Hosts and the platform are available as promised
# description: >-
#   The promise covers 30 days, so it is broken as soon as more time was lost than it allows in all of them; a hub younger
#   than that is held to the same time. Of what nobody asked, nothing is known.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 主机与平台的可用性达到承诺
#   description_zh: 承诺以 30 天计，中断时间一旦超过这 30 天所允许的总量即为违约；运行不足 30 天的中枢按同一时长评判。未采集的对象视为未知。
#   severity: high
#   subject: host
#   requirements: [HUB-C3.1, GBT22239-8.1.5.4.c]
#   evidence: [monitoring]
#   max_age: 26h
#   params:
#     host_percent: {default: 99, bound: ">=95"}
#     platform_percent: {default: 99, bound: ">=95"}
#   remedy:
#     manual: Find out from the alerts of those days what failed, and mend its cause; where nothing is probed, name what users see in prometheus_probes.
#     manual_zh: 根据当时的告警查明中断原因并消除；尚无探测的，在 prometheus_probes 中登记用户所见的服务。
#   measured: true
package controls.monitoring.availability_kept

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": sprintf("%s: hours lost", [one.name]), "expected": sprintf("<= %v", [_allowed(each.percent)]), "actual": _lost(one)} if {
	some each in _promises
	some one in each.of
	not _kept(one, each.percent)
}

deny contains {"item": each.what, "expected": ">= 1", "actual": 0} if {
	some each in _promises
	count(each.of) == 0
}

_promises := [
	{"what": "hosts", "of": monitoring.measured(input.monitoring, "hosts"), "percent": _params.host_percent},
	{"what": "probes of the platform", "of": monitoring.measured(input.monitoring, "probes"), "percent": _params.platform_percent},
]

_kept(one, percent) if {
	lost := _lost(one)
	is_number(lost)
	lost <= _allowed(percent)
}

_lost(one) := _hours(one.days, one.availability_percent) if {
	is_number(one.days)
	is_number(one.availability_percent)
} else := null

_allowed(percent) := _hours(input.monitoring.central.indicators.window_days, percent)

# To the hundredth, in which floating point cannot be seen.
_hours(days, available) := round((days * 24) * (100 - available)) / 100

_params := data.params.monitoring.availability_kept

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
