# METADATA
# title: What projects built was handed over against a list, with training and documents
# description: |
#   Deliveries were counted against a list, those who operate the system were trained, and the documents of construction
#   and for operation were handed over. Every system in operation was brought there by such a project.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 系统按清单交付，培训运维人员并移交文档
#   description_zh: 按交付清单清点，负责运行维护的技术人员经过培训，建设过程文档和运行维护文档均已移交。在用系统均由经交付的项目建成。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.9.8.a, GBT22239-8.1.9.8.b, GBT22239-8.1.9.8.c]
#   evidence: [records]
#   max_age: 26h
#   params: {documents: {default: [construction, operation], bound: superset}}
#   remedy:
#     manual: Count the deliveries, train those who operate the system or demand the documents, and record it.
#     manual_zh: 按清单清点、培训运维人员或要求补交文档，并予以登记。
#   dated: true
package controls.construction.systems_delivered

import data.lib.construction

deny contains denial if {
	some denial in construction.unrecorded(_systems, construction.built(_systems, input.records.project))
}

deny contains {"item": id, "expected": ">= 1", "actual": 0} if {
	some id in _projects
	count([delivery | some delivery in _deliveries; delivery.project == id]) == 0
}

deny contains denial if {
	some delivery in _deliveries
	some denial in (construction.blank(delivery, ["delivery_list", "checked_by"]) | construction.late(delivery, {"checked": null, "trained_on": null}, input.as_of))
}

deny contains {"item": sprintf("%s.trained", [delivery.id]), "expected": ">= 1", "actual": 0} if {
	some delivery in _deliveries
	count(delivery.trained) == 0
}

deny contains {"item": sprintf("%s.documents", [delivery.id]), "expected": document, "actual": sort(delivery.documents)} if {
	some delivery in _deliveries
	some document in data.params.construction.systems_delivered.documents
	not document in delivery.documents
}

_systems := construction.operating(input.records.system, input.as_of)

_projects := {project.id | some project in construction.live(_systems, input.records.project, input.as_of)}

_deliveries := [delivery |
	some delivery in input.records.delivery
	delivery.project in _projects
]
