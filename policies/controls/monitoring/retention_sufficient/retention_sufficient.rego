# METADATA
# title: What was measured is kept long enough
# description: >-
#   Indicators of availability and the course of an incident need months of measurements.
# schemas:
#   - input.monitoring: schema.monitoring
# custom:
#   title_zh: 监测数据保留时间足够
#   description_zh: 可用性指标与事件回溯需要数月的监测数据。
#   severity: medium
#   subject: host
#   requirements: [HUB-C3.1, GBT22239-8.1.5.4.d]
#   evidence: [monitoring]
#   max_age: 26h
#   params:
#     retention_days: {default: 180, bound: ">=90"}
#   remedy: {role: prometheus, tag: prometheus}
package controls.monitoring.retention_sufficient

import data.lib.monitoring

deny contains monitoring.unnamed(input.monitoring)

deny contains {"item": "retention_days", "expected": sprintf(">= %d", [_least]), "actual": _days} if not _enough

default _days := null

_days := input.monitoring.central.retention_days

_enough if {
	is_number(_days)
	_days >= _least
}

_least := data.params.monitoring.retention_sufficient.retention_days

not_applicable := monitoring.elsewhere if monitoring.absent(input.monitoring)
