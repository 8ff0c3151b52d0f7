# METADATA
# title: Network devices and lines have room left when they are busiest
# description: >-
#   What is nearly full in an ordinary peak fails in an extraordinary one. Each network device in use and each line was
#   measured within the period, and its peak leaves a reserve.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 网络设备处理能力和带宽满足业务高峰需要
#   description_zh: 每台在用网络设备和每条线路在规定周期内测量过高峰占用，且留有余量；平时高峰已接近饱和的，遇突发高峰必然失效。
#   severity: high_risk
#   subject: hub
#   requirements: [GBT22239-8.1.2.1.a, GBT22239-8.1.2.1.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 180, bound: "<=365"}
#     percent: {default: 70, bound: "<=80"}
#   remedy:
#     manual: Measure the peak and record it (device.load, line.peak); where it is too high, enlarge or relieve what is full.
#     manual_zh: 测量业务高峰占用并登记（device 的 load、line 的 peak）；占用过高的，扩容或分流。
#   dated: true
#   measured: true
package controls.network.capacity_sufficient

import data.lib.checks

deny contains {"item": kind, "expected": ">= 1", "actual": 0} if {
	some kind, things in {"device": _devices, "line": _lines}
	count(things) == 0
}

deny contains {"item": one.item, "expected": sprintf("<= %d", [_params.days]), "actual": checks.age(one.measured, input.as_of)} if {
	some one in _peaks
	checks.overdue(one.measured, _params.days, input.as_of)
}

deny contains {"item": sprintf("%s.percent", [one.item]), "expected": sprintf("<= %d", [_params.percent]), "actual": one.percent} if {
	some one in _peaks
	one.percent > _params.percent
}

_peaks := array.concat(
	[{"item": sprintf("%s.load", [device.id]), "measured": device.load, "percent": object.get(device, ["load", "percent"], 0)} |
		some device in _devices
	],
	[{"item": sprintf("%s.peak", [line.id]), "measured": line.peak, "percent": ceil((object.get(line, ["peak", "mbps"], 0) * 100) / line.capacity_mbps)} |
		some line in _lines
	],
)

_devices := [device |
	some device in checks.in_use(input.records.device, input.as_of)
	device.role in {"boundary", "communication"}
]

_lines := checks.in_use(input.records.line, input.as_of)

_params := data.params.network.capacity_sufficient
