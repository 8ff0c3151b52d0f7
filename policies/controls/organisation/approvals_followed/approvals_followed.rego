# METADATA
# title: Outsiders were let in by the approval procedure, step by step
# description: Written request first, then the posts that the procedure of that day names, each in its turn.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 外部人员访问按审批程序逐级审批
#   description_zh: 先提出书面申请，再由当时审批程序规定的岗位依次审批。
#   severity: medium
#   subject: hub
#   requirements: [GBT22239-8.1.7.3.b]
#   evidence: [records]
#   max_age: 26h
#   params: {history_days: {default: 365, bound: ">=365"}}
#   remedy:
#     manual: End the access, or catch up on the step that was left out, and record it.
#     manual_zh: 终止该访问，或补办缺失的审批环节，并予以登记。
#   dated: true
package controls.organisation.approvals_followed

import data.lib.organisation
import data.lib.records

deny contains {"item": access.id, "expected": _steps(access), "actual": [_said(consent) | some consent in access.approvals]} if {
	some access in _begun
	not _followed(access)
}

deny contains {"item": "approval", "expected": ">= 1", "actual": 0} if count(input.records.approval) == 0

not_applicable := {"en": "No outsider was let in.", "zh": "没有外部人员访问。"} if {
	count(input.records.approval) > 0
	count(_begun) == 0
}

_said(consent) := sprintf("%s %s", [consent.given, consent.post])

# What ended longer ago is history that nobody can mend.
_begun := [access |
	some access in input.records.external_access
	records.reached(access.starts, input.as_of)
	records.days_since(access.ends, input.as_of) <= data.params.organisation.approvals_followed.history_days
]

# The posts of each procedure that held on the day of the request.
_steps(access) := [approval.steps |
	some approval in input.records.approval
	approval.matter == {"visit": "physical_access", "system": "system_access"}[access.topic]
	organisation.holds(approval, access.requested)
]

_followed(access) if {
	[consent.post | some consent in access.approvals] in _steps(access)
	days := [consent.given | some consent in access.approvals]
	turns := array.concat([access.requested], days)
	turns == sort(turns)
}
