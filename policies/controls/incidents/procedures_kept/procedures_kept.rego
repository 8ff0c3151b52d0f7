# METADATA
# title: Incidents are handled by procedure, outages and leaks each by their own
# description: >-
#   Each procedure in force covers reporting, work on the spot, recovery and duties, and was compared with
#   practice; each incident went by the right one.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 安全事件按规程处置，系统中断与信息泄漏分别处置上报
#   description_zh: 各类事件处置规程现行有效，规定报告、现场处理、恢复和管理职责，并按期对照检查；各事件依据相应规程由指定岗位处置。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.12.b, GBT22239-8.1.10.12.d]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=366"}
#     look_back: {default: 365, bound: ">=365"}
#     points: {default: [duties, on_site_handling, recovery, reporting], bound: superset}
#   remedy:
#     manual: Write or complete the procedure, have it approved, and handle incidents by it.
#     manual_zh: 制定或完善处置规程，经批准后执行，并据此处置事件。
#   dated: true
package controls.incidents.procedures_kept

import data.lib.operation

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": topic, "expected": ">= 1", "actual": 0} if {
	some topic, found in _procedures
	count(found) == 0
}

_params := data.params.incidents.procedures_kept

_wrong contains fault if {
	some procedure in _procedures[_]
	some fault in operation.procedure_faults(procedure, _params.points, input.as_of, _params.days)
}

_wrong contains [incident, "procedure", topic] if {
	some incident in _incidents
	topic := object.get(_own, incident.category, "incident")
	not incident.procedure in {procedure.id | some procedure in input.records.procedure; procedure.topic == topic}
}

_wrong contains [incident, "handled_by", "post"] if {
	some incident in _incidents
	incident.handled_by == null
}

_own := {"outage": "incident_outage", "leak": "incident_leak"}

_procedures := {topic: operation.procedures(input.records.procedure, topic, input.as_of) |
	some topic in ["incident", "incident_outage", "incident_leak"]
}

_incidents := [incident |
	some incident in input.records.incident
	operation.recent(incident.found, input.as_of, _params.look_back)
]
