# METADATA
# title: Software of the hub's own is documented, tested and approved before it is installed
# description: |
#   Design document and guide exist and somebody controls their use; each version was tested for security, searched for
#   malware and released with approval from a repository with version control, all before it was installed.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 自行开发的软件安装前经测试、检测并批准发布
#   description_zh: 设计文档和使用指南齐备且使用受控；每个版本安装前经安全性测试和恶意代码检测，并从受版本控制的程序资源库经批准发布。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.9.4.d, GBT22239-8.1.9.4.e, GBT22239-8.1.9.4.f]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Complete documents, tests and approval of the version that is named, install it anew where need be, and record it.
#     manual_zh: 补齐该版本的文档、测试、检测与发布审批，必要时重新安装，并予以登记。
#   dated: true
package controls.construction.own_software_released

import data.lib.construction

deny contains denial if {
	some denial in construction.unrecorded(_systems, {one.system | some one in input.records.software})
}

deny contains denial if {
	some one in _own
	some denial in construction.blank(
		one,
		["design_document", "user_guide", "documents_kept_by", "repository", "release_approved_by"],
	)
}

deny contains denial if {
	some one in _own
	steps := {field: one.installed | some field in ["security_tested", "malware_checked", "release_approved"]}
	some denial in construction.late(one, steps, input.as_of)
}

not_applicable := construction.no_own_software if construction.none_of_origin(_systems, input.records.software, "own")

_systems := construction.operating(input.records.system, input.as_of)

_own := [one |
	some one in construction.of(_systems, input.records.software)
	one.origin == "own"
]
