# METADATA
# title: Exactly one service keeps the clock
# description: Without one the clock drifts and records cannot be put in order; two of them pull against each other.
# schemas:
#   - input.os: schema.os
#   - input.time: schema.time
# custom:
#   title_zh: 有且仅有一个时间同步服务
#   description_zh: 没有时间同步服务，时钟会漂移，记录无法按先后排列；同时运行两个服务则会互相干扰。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.b]
#   evidence: [os, time]
#   max_age: 26h
#   remedy: {role: time_sync, tag: time_service}
package controls.time.one_time_service

deny contains {"item": "enabled time services", "expected": "== 1", "actual": sort(_enabled)} if count(_enabled) != 1

# A container's clock is the machine's, so there the service is only made ready to serve.
deny contains {"item": service.name, "expected": "active", "actual": "inactive"} if {
	input.os.platform != "container"
	some service in input.time.services
	service.enabled
	not service.active
}

_enabled := [service.name | some service in input.time.services; service.enabled]
