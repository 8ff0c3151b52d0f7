# METADATA
# title: Repairs and the work of outsiders are approved, and outsiders supervised
# description: >-
#   Each repair, and each job done by somebody of another organisation, was approved; somebody of the hub stood by
#   whenever an outsider worked.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 维修与外部人员维护经审批，外部人员有人监督
#   description_zh: 维修及外部人员实施的维护均经批准；外部人员作业时由本单位人员全程监督。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.10.4.b]
#   evidence: [records]
#   max_age: 26h
#   params: {look_back: {default: 365, bound: ">=365"}}
#   remedy:
#     manual: Have such jobs approved before they are done, stand by, and record both.
#     manual_zh: 维修和外部维护事先审批，安排人员监督，并予以登记。
#   dated: true
package controls.assets.maintenance_supervised

import data.lib.operation

deny contains denial if some denial in operation.denials(_wrong)

deny contains {"item": "maintenance", "expected": ">= 1", "actual": 0} if count(_jobs) == 0

_wrong contains [job, "approved_by", "post"] if {
	some job in _jobs
	_delicate(job)
	job.approved_by == null
}

_wrong contains [job, "supervised_by", "one of the hub"] if {
	some job in _jobs
	not job.by in _ours
	not job.supervised_by in _ours
}

_jobs := [job |
	some job in input.records.maintenance
	operation.recent(job.done, input.as_of, data.params.assets.maintenance_supervised.look_back)
]

_delicate(job) if job.form == "repair"

_delicate(job) if not job.by in _ours

_ours := {person.id |
	some person in input.records.person
	some party in input.records.party
	party.id == person.party
	party.role in {"competent_authority", "operator"}
}
