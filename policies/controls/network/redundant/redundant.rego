# METADATA
# title: Lines and key devices have another that takes over
# description: >-
#   Each key device in use names another of its part that is in use as well, and each machine room is reached over lines
#   of different carriers.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 通信线路和关键设备有硬件冗余
#   description_zh: 每台在用关键设备均有同类在用设备与其互为冗余，每个机房由不同运营商的线路接入。
#   severity: high_risk
#   subject: hub
#   requirements: [GBT22239-8.1.2.1.e]
#   evidence: [records]
#   max_age: 26h
#   params:
#     carriers: {default: 2, bound: ">=2"}
#     roles: {default: [boundary, communication, computing], bound: superset}
#   remedy:
#     manual: Put a second device or a line of another carrier into use, and record it (device.redundant_with, line).
#     manual_zh: 增配冗余设备或其他运营商的线路，并登记（device 的 redundant_with、line）。
#   dated: true
#   measured: true
package controls.network.redundant

import data.lib.checks
import data.lib.records

deny contains {"item": role, "expected": ">= 1", "actual": 0} if {
	some role in _params.roles
	count([1 | some device in _key; device.role == role]) == 0
}

deny contains {"item": device.id, "expected": "another device in use", "actual": device.redundant_with} if {
	some device in _key
	not _stood_in_for(device)
}

deny contains {"item": site.id, "expected": sprintf(">= %d", [_params.carriers]), "actual": count(_carriers(site))} if {
	some site in _rooms
	count(_carriers(site)) < _params.carriers
}

deny contains {"item": "site", "expected": ">= 1", "actual": 0} if count(_rooms) == 0

_key := [device | some device in _in_use; device.key]

_stood_in_for(device) if {
	some other in _in_use
	other.id == device.redundant_with
	other.id != device.id
	other.role == device.role
}

_in_use := checks.in_use(input.records.device, input.as_of)

_rooms := [site |
	some site in input.records.site
	site.purpose == "machine_room"
	records.reached(site.opened, input.as_of)
	not records.over(site.closed, input.as_of)
]

_carriers(site) := {line.provider | some line in checks.in_use(input.records.line, input.as_of); line.site == site.id}

_params := data.params.network.redundant
