# METADATA
# title: Every application checks input before it uses it
# description: >-
#   Each system in operation was tried within the period with input that does not fit, at its interfaces for people and for
#   programs, and took none of it.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 各应用系统校验输入数据的有效性
#   description_zh: 每个在用系统在规定周期内以无效输入测试过人机接口和通信接口，且无未被拒绝的无效输入。
#   severity: high_risk
#   subject: hub
#   requirements: [HUB-C4.5, GBT22239-8.1.4.4.d]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=365"}
#     interfaces: {default: [communication, human], bound: superset}
#   remedy:
#     manual: Test the interfaces with input that does not fit, mend where it is taken, test again, and record it (system.input_test).
#     manual_zh: 以无效输入测试各接口，修复未拒绝之处并复测，登记在系统（system）记录的 input_test 中。
#   dated: true
#   measured: true
package controls.applications.input_validated

import data.lib.checks

deny contains {
	"item": sprintf("%s.input_test", [system.id]),
	"expected": sprintf("<= %d", [_params.days]),
	"actual": checks.age(system.input_test, input.as_of),
} if {
	some system in _systems
	checks.overdue(system.input_test, _params.days, input.as_of)
}

deny contains {"item": sprintf("%s.input_test.interfaces", [system.id]), "expected": sort(_params.interfaces), "actual": sort(system.input_test.interfaces)} if {
	some system in _systems
	some one in _params.interfaces
	not one in system.input_test.interfaces
}

deny contains {"item": sprintf("%s.input_test.accepted", [system.id]), "expected": 0, "actual": system.input_test.accepted} if {
	some system in _systems
	system.input_test.accepted > 0
}

deny contains {"item": "system", "expected": ">= 1", "actual": 0} if count(_systems) == 0

_systems := checks.in_use(input.records.system, input.as_of)

_params := data.params.applications.input_validated
