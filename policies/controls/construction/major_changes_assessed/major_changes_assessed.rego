# METADATA
# title: A major change of a system is followed by a graded assessment
# description: |
#   After a project that changed a system in a major way went live, the system was assessed anew within the period.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 重大变更后重新开展等级测评
#   description_zh: 对在用系统的重大变更项目上线后，在规定期限内对该系统重新开展等级测评。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.9.9.b]
#   evidence: [records]
#   max_age: 26h
#   params: {days: {default: 90, bound: "<=180"}}
#   remedy:
#     manual: Have the system assessed as it is after the change, and record it.
#     manual_zh: 对变更后的系统重新开展等级测评，并予以登记。
#   dated: true
#   measured: true
package controls.construction.major_changes_assessed

import data.lib.construction
import data.lib.records

deny contains denial if {
	some denial in construction.unrecorded(_systems, construction.built(_systems, input.records.project))
}

deny contains {"item": project.id, "expected": sprintf("<= %d", [_days]), "actual": age} if {
	some project in _changes
	age := records.days_since(project.went_live, input.as_of)
	age > _days
	count([one | some one in _held; one.system == project.system; one.held >= project.went_live]) == 0
}

not_applicable := {
	"en": "No project of a system in operation was a major change; each system has its projects recorded.",
	"zh": "在用系统均已登记建设项目，其中没有已上线的重大变更项目。",
} if {
	count(construction.unrecorded(_systems, construction.built(_systems, input.records.project))) == 0
	count(_changes) == 0
}

_days := data.params.construction.major_changes_assessed.days

_changes := [project |
	some project in construction.live(_systems, input.records.project, input.as_of)
	project.major_change
]

_systems := construction.operating(input.records.system, input.as_of)

_held := construction.held(_systems, input.records.level_assessment, input.as_of)
