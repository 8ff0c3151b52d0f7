# METADATA
# title: Outsiders are bound to confidentiality and lose all access when they leave
# description: Accounts, permissions and cards are taken back in time; access to systems rests on a valid agreement of their own.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 外部人员签有保密协议，离场后及时清除访问权限
#   description_zh: 访问结束后按时清除全部账户、权限和门禁；接入系统的外部人员或其单位签有有效的保密协议。
#   severity: high
#   subject: hub
#   requirements: [GBT22239-8.1.8.4.c, GBT22239-8.1.8.4.d]
#   evidence: [records]
#   max_age: 26h
#   params:
#     days: {default: 1, bound: "<=1"}
#     history_days: {default: 365, bound: ">=365"}
#   remedy:
#     manual: Take back all access, or have the confidentiality agreement signed, and record it.
#     manual_zh: 立即清除全部访问权限，或补签保密协议，并予以登记。
#   dated: true
package controls.people.outsiders_cleared

import data.lib.records

deny contains {"item": sprintf("%s.cleared", [access.id]), "expected": sprintf("<= %d days", [_params.days]), "actual": access.cleared} if {
	some access in _begun
	records.days_since(access.ends, input.as_of) - _cleared_for(access) > _params.days
}

deny contains {"item": sprintf("%s.agreement", [access.id]), "expected": "valid", "actual": access.agreement} if {
	some access in _begun
	access.topic == "system"
	not _bound(access)
}

deny contains {"item": "person", "expected": ">= 1", "actual": 0} if count(input.records.person) == 0

not_applicable := {"en": "No outsider was let in.", "zh": "没有外部人员访问。"} if {
	count(input.records.person) > 0
	count(_begun) == 0
}

_params := data.params.people.outsiders_cleared

# What was cleared longer ago is history that nobody can mend.
_begun := [access |
	some access in input.records.external_access
	records.reached(access.starts, input.as_of)
	_cleared_for(access) <= _params.history_days
]

_cleared_for(access) := records.days_since(access.cleared, input.as_of) if {
	records.reached(access.cleared, input.as_of)
} else := 0

# Signed before the first day, by the person or the organisation, and valid to the last day or until today.
_bound(access) if {
	some agreement in input.records.agreement
	agreement.id == access.agreement
	agreement.topic == "confidentiality"
	count(({agreement.party, agreement.person} & {access.party, access.person}) - {null}) > 0
	agreement.signed <= access.starts
	records.until(agreement) >= min([access.ends, records.today(input.as_of)])
}
