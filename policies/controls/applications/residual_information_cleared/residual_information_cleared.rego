# METADATA
# title: Storage is wiped before it is used again
# description: >-
#   Of each system in operation somebody saw within the period that credentials and sensitive data are gone before memory or
#   disk is let go or given to others.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 存储空间释放或重新分配前清除剩余信息
#   description_zh: 对每个在用系统，在规定周期内验证鉴别信息和敏感数据所在的内存与磁盘空间在释放或重新分配前已完全清除。
#   severity: high_risk
#   subject: hub
#   requirements: [GBT22239-8.1.4.10.a, GBT22239-8.1.4.10.b]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 365, bound: "<=365"}
#     cleared: {default: [credentials, sensitive_data], bound: superset}
#   remedy:
#     manual: Have the system wipe what it lets go, look at memory and disk afterwards, and record it (system.residual_test).
#     manual_zh: 使系统在释放存储空间前清除信息，事后检查内存与磁盘，登记在系统（system）记录的 residual_test 中。
#   dated: true
#   measured: true
package controls.applications.residual_information_cleared

import data.lib.checks

deny contains {
	"item": sprintf("%s.residual_test", [system.id]),
	"expected": sprintf("<= %d", [_params.days]),
	"actual": checks.age(system.residual_test, input.as_of),
} if {
	some system in _systems
	checks.overdue(system.residual_test, _params.days, input.as_of)
}

deny contains {"item": sprintf("%s.residual_test.cleared", [system.id]), "expected": sort(_params.cleared), "actual": sort(system.residual_test.cleared)} if {
	some system in _systems
	some one in _params.cleared
	not one in system.residual_test.cleared
}

deny contains {"item": "system", "expected": ">= 1", "actual": 0} if count(_systems) == 0

_systems := checks.in_use(input.records.system, input.as_of)

_params := data.params.applications.residual_information_cleared
