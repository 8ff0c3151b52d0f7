# METADATA
# title: Construction projects are managed, planned and supervised by a third party
# description: |
#   Every system in operation comes from a recorded project. Each project of such a system has a post that manages it, a
#   security implementation plan from before it began, and a supervisor who is neither client nor builder and reported.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 建设项目有专人管理、按方案实施并由第三方监理
#   description_zh: 在用系统均有对应的建设项目；项目指定有人在岗的岗位负责管理，开工前批准安全工程实施方案，监理单位既非建设方也非承建方，上线后有监理报告。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.9.6.a, GBT22239-8.1.9.6.b, GBT22239-8.1.9.6.c]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Appoint the manager, approve the plan or engage the supervisor, and record it.
#     manual_zh: 指定项目管理岗位、批准实施方案或委托第三方监理，并予以登记。
#   dated: true
package controls.construction.projects_controlled

import data.lib.construction

deny contains denial if {
	some denial in construction.unrecorded(_systems, construction.built(_systems, input.records.project))
}

deny contains {"item": sprintf("%s.manager", [project.id]), "expected": "post with a holder", "actual": project.manager} if {
	some project in _projects
	not project.manager in {post.id | some post in input.records.post; post.primary != null}
}

deny contains denial if {
	some project in _projects
	some denial in (construction.blank(project, ["plan"]) | construction.late(project, {"plan_approved": project.started}, input.as_of))
}

deny contains {"item": sprintf("%s.supervisor", [project.id]), "expected": "third party", "actual": project.supervisor} if {
	some project in _projects
	not project.supervisor in {party.id |
		some party in input.records.party
		party.role == "supplier"
		party.id != project.builder
	}
}

deny contains denial if {
	some project in construction.live(_systems, input.records.project, input.as_of)
	some denial in construction.blank(project, ["supervision_report"])
}

_systems := construction.operating(input.records.system, input.as_of)

_projects := construction.of(_systems, input.records.project)
