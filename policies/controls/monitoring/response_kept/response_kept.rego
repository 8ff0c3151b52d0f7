# METADATA
# title: The platform answers as fast as promised
# description: >-
#   Of the last 30 days, or since it is probed, what 95 % of the successful probes did not exceed counts. A platform that
#   nobody probes, or that never answered, has no response time.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 平台响应时间达到承诺
#   description_zh: 统计最近 30 天（或自开始探测以来）成功探测的 95% 响应时间。没有探测或从未应答的平台没有响应时间可言。
#   severity: medium
#   subject: host
#   requirements: [HUB-C3.1, GBT22239-8.1.5.4.c]
#   evidence: [monitoring]
#   max_age: 26h
#   params:
#     max_seconds: {default: 2, bound: "<=5"}
#   remedy:
#     manual: See in Prometheus when probe_duration_seconds rose and what the host did then. Name what users see in prometheus_probes where nothing is probed.
#     manual_zh: 在 Prometheus 中查看 probe_duration_seconds 何时升高及当时主机的负载。尚无探测的，在 prometheus_probes 中登记用户所见的服务。
#   measured: true
package controls.monitoring.response_kept

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": one.name, "expected": sprintf("<= %v s", [_most]), "actual": one.response_seconds} if {
	some one in input.monitoring.central.indicators.probes
	not _fast(one)
}

deny contains {"item": "probes of the platform", "expected": ">= 1", "actual": 0} if not _some

_some if count(input.monitoring.central.indicators.probes) > 0

_fast(one) if {
	is_number(one.response_seconds)
	one.response_seconds <= _most
}

_most := data.params.monitoring.response_kept.max_seconds

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
