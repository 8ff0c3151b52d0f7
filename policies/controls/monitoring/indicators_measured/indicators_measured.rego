# METADATA
# title: Indicators rest on measurements without gaps
# description: >-
#   While the monitoring slept, nobody knows what was available. In the first day of a host or a probe there is too little
#   to say how much of it was measured, and what there is counts.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 指标以连续的监测数据为依据
#   description_zh: 监控中断期间是否可用无从得知。主机或探测开始采集的首日数据尚少，不评判其完整程度，以已有数据为准。
#   severity: medium
#   subject: host
#   requirements: [HUB-C3.1, GBT22239-8.1.5.4.c]
#   evidence: [monitoring]
#   max_age: 26h
#   params:
#     measured_percent: {default: 90, bound: ">=50"}
#   remedy:
#     manual: Find out in Prometheus when it measured nothing, with count_over_time(up[1h]), and keep its host and its disk from failing again.
#     manual_zh: 在 Prometheus 中用 count_over_time(up[1h]) 查明何时没有数据，并消除所在主机或磁盘的故障。
#   measured: true
package controls.monitoring.indicators_measured

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": one.name, "expected": sprintf(">= %v %% measured", [_least]), "actual": one.measured_percent} if {
	some one in _all
	not _first_day(one)
	not _enough(one)
}

deny contains {"item": "hosts", "expected": ">= 1", "actual": 0} if count(_hosts) == 0

_all := array.concat(_hosts, monitoring.measured(input.monitoring, "probes"))

_hosts := monitoring.measured(input.monitoring, "hosts")

_first_day(one) if {
	is_number(one.days)
	one.days < 1
}

_enough(one) if {
	is_number(one.days)
	is_number(one.measured_percent)
	one.measured_percent >= _least
}

_least := data.params.monitoring.indicators_measured.measured_percent

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
