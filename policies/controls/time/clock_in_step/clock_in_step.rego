# METADATA
# title: The clock is synchronised and in step
# description: >-
#   Records of several hosts can only be put in order, and tickets and certificates only be judged, when their clocks agree.
#   The time service's word is not enough: the clock is also compared with that of the machine that collects.
# schemas:
#   - input.os: schema.os
#   - input.time: schema.time
# custom:
#   title_zh: 时钟已同步且偏差在允许范围内
#   description_zh: 只有各主机时钟一致，多台主机的记录才能排序，凭据和证书的有效期才能正确判断。除时间服务自身的结论外，还与采集端的时钟比对。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.3.b]
#   evidence: [os, time]
#   max_age: 26h
#   params:
#     max_offset_seconds: {default: 0.5, bound: "<=1"}
#   remedy: {role: time_sync, tag: time_service}
#   measured: true
package controls.time.clock_in_step

import data.lib.host

deny contains {"item": "clock synchronised", "expected": true, "actual": input.time.clock.synchronised} if {
	input.time.clock.synchronised != true
}

deny contains {"item": "clock offset seconds", "expected": sprintf("<= %v", [_max]), "actual": _offset} if not _near(_offset)

deny contains {"item": "clock skew seconds", "expected": sprintf("-%v..%v", [_max, _max]), "actual": _skew} if not _near(_skew)

not_applicable := host.container_owned if input.os.platform == "container"

# What is not known (null) sorts before every number: it must not pass for a small one.
_near(seconds) if {
	is_number(seconds)
	abs(seconds) <= _max
}

_offset := input.time.clock.offset_within_seconds

_skew := input.time.skew_seconds

_max := data.params.time.clock_in_step.max_offset_seconds
