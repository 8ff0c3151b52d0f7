# METADATA
# title: What projects built passed acceptance and security tests before it went live
# description: |
#   The acceptance test followed a plan and ended in a report; the security test, cryptography included, left no high risk
#   open. Every system in operation was brought there by such a project.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 系统上线前通过测试验收和安全性测试
#   description_zh: 测试验收先有方案、后有报告；上线前的安全性测试含密码应用安全性内容，未遗留高风险问题。在用系统均由经验收的项目建成。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.9.7.a, GBT22239-8.1.9.7.b]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Hold the test that is missing, mend what it finds, and record it; until then ask for a waiver.
#     manual_zh: 补做所缺的测试，整改发现的问题并登记；完成之前应申请豁免。
#   dated: true
package controls.construction.systems_accepted

import data.lib.construction

deny contains denial if {
	some denial in construction.unrecorded(_systems, construction.built(_systems, input.records.project))
}

deny contains {"item": project.id, "expected": ">= 1", "actual": 0} if {
	some project in _projects
	count([acceptance | some acceptance in input.records.acceptance; acceptance.project == project.id]) == 0
}

deny contains denial if {
	some [project, acceptance] in _accepted
	steps := {
		"plan_approved": acceptance.tested,
		"tested": project.went_live,
		"security_tested": project.went_live,
	}
	some denial in construction.late(acceptance, steps, input.as_of)
}

deny contains denial if {
	some [_, acceptance] in _accepted
	some denial in (construction.blank(acceptance, ["report", "security_report"]) | construction.untrue(acceptance, ["passed", "cryptography_tested"]))
}

deny contains {"item": sprintf("%s.high_risks_left", [acceptance.id]), "expected": 0, "actual": acceptance.high_risks_left} if {
	some [_, acceptance] in _accepted
	acceptance.high_risks_left > 0
}

_systems := construction.operating(input.records.system, input.as_of)

_projects := construction.live(_systems, input.records.project, input.as_of)

_accepted := [[project, acceptance] |
	some project in _projects
	some acceptance in input.records.acceptance
	acceptance.project == project.id
]
