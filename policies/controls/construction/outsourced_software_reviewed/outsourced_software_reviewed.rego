# METADATA
# title: Outsourced software comes with documents and source code, searched for malware and back doors
# description: |
#   Before a version was installed it was searched for malware and its source code reviewed for back doors by somebody who
#   is not of its developer; the hub has source code, design document and guide.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 外包软件提供文档和源代码，并检测恶意代码、审查后门
#   description_zh: 安装前检测恶意代码，并由非开发单位人员审查源代码中的后门和隐蔽信道；开发单位已提供源代码、设计文档和使用指南。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.9.5.a, GBT22239-8.1.9.5.b, GBT22239-8.1.9.5.c]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Demand what is missing of the developer, search and review the version that is named, and record it.
#     manual_zh: 要求开发单位补交所缺材料，对该版本进行检测和源代码审查，并予以登记。
#   dated: true
package controls.construction.outsourced_software_reviewed

import data.lib.construction

deny contains denial if {
	some denial in construction.unrecorded(_systems, {one.system | some one in input.records.software})
}

deny contains denial if {
	some one in _outsourced
	some denial in construction.blank(one, ["design_document", "user_guide", "repository", "developer"])
}

deny contains denial if {
	some one in _outsourced
	steps := {field: one.installed | some field in ["malware_checked", "source_reviewed"]}
	some denial in construction.late(one, steps, input.as_of)
}

deny contains {"item": sprintf("%s.source_reviewed_by", [one.id]), "expected": "not of the developer", "actual": one.source_reviewed_by} if {
	some one in _outsourced
	not one.source_reviewed_by in {person.id | some person in input.records.person; person.party != one.developer}
}

not_applicable := {
	"en": "No software of a system in operation was developed by others for the hub; each system names its software.",
	"zh": "在用系统均已登记所用软件，其中没有外包开发的软件。",
} if {
	construction.none_of_origin(_systems, input.records.software, "outsourced")
}

_systems := construction.operating(input.records.system, input.as_of)

_outsourced := [one |
	some one in construction.of(_systems, input.records.software)
	one.origin == "outsourced"
]
