# METADATA
# title: A drill that was done for real has left its record on a host
# description: |-
#   An exercise of a plan against loss of data or failure of the platform restores or rebuilds something, and what does
#   that writes a record. A drill on paper that names none, or one that no host has, is a claim.
# schemas:
#   - input.records: schema.records
#   - input.estate: schema.estate
# custom:
#   title_zh: 实操演练均有主机上的自动演练记录佐证
#   description_zh: 数据丢失与平台故障预案的实操演练必然执行恢复或重建，并自动留下记录。未注明该记录，或主机上查无此记录的演练，只是口头声明。
#   severity: medium
#   subject: hub
#   requirements: [HUB-C3.3, GBT22239-8.1.10.13.c]
#   evidence: [records, estate]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: ">=365"}
#     scenarios: {default: [data_loss], bound: superset}
#   remedy:
#     manual: Hold the drill with `hubops drill` and enter the id of its record, or record the drill as a tabletop one.
#     manual_zh: 用 `hubops drill` 实施演练并登记其记录编号；若为桌面推演，请按桌面推演登记。
#   dated: true
package controls.emergency.drills_supported

import data.lib.estate
import data.lib.records

deny contains {"item": drill.id, "expected": "passed on a host", "actual": drill.record} if {
	some drill in _exercises
	drill.outcome == "passed"
	not _supported(drill)
	not _may_be_elsewhere(drill)
}

deny contains {"item": "drill", "expected": ">= 1", "actual": 0} if count(input.records.drill) == 0

deny contains denial if some denial in estate.denials

_params := data.params.emergency.drills_supported

_exercises := [drill |
	some drill in input.records.drill
	drill.form == "exercise"
	records.reached(drill.held, input.as_of)
	records.days_since(drill.held, input.as_of) <= _params.days
	some plan in input.records.emergency_plan
	plan.id == drill.plan
	plan.scenario in _params.scenarios
]

# Its record may be in what could not be read; where none is named there is none.
_may_be_elsewhere(drill) if {
	estate.partial
	drill.record != null
}

# A drill may end after midnight.
_supported(drill) if {
	some host in input.estate.hosts
	some held in host.drills
	held.id == drill.record
	held.passed
	abs(records.days_since(drill.held, input.as_of) - held.days) <= 1
}
