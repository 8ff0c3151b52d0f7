# METADATA
# title: The clock is taken from more than one source
# description: A single time server that fails or lies takes the clock with it.
# schemas:
#   - input.os: schema.os
#   - input.time: schema.time
# custom:
#   title_zh: 时间同步配置了足够多的时间源
#   description_zh: 只有一个时间源时，一旦其故障或出错，本机时钟随之失准。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.b]
#   evidence: [os, time]
#   max_age: 26h
#   params:
#     min_sources: {default: 2, bound: ">=2"}
#   remedy: {role: time_sync, tag: time_sources}
package controls.time.sources_sufficient

import data.lib.host

deny contains {"item": "time sources", "expected": sprintf(">= %d", [_min]), "actual": sort(_sources)} if count(_sources) < _min

not_applicable := host.container_owned if input.os.platform == "container"

# Only the sources of the service that runs count: another one's file may still lie about.
_sources := {source.name |
	some source in input.time.sources
	some service in input.time.services
	service.name == source.service
	service.enabled
}

_min := data.params.time.sources_sufficient.min_sources
