# METADATA
# title: Every party with access is bound by valid agreements
# description: Each has a confidentiality agreement; the builder and the suppliers have a security agreement as well.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 有访问权限的参与方均签有有效协议
#   description_zh: 各参与方签有未到期的保密协议，建设单位和供应商还签有安全协议。
#   severity: high
#   subject: hub
#   requirements: [HUB-A4, HUB-C2.2, GBT22239-8.1.9.10.b, GBT22239-8.1.10.14.d]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Sign or renew the agreement with the party, or end its access, and record it.
#     manual_zh: 与该参与方签订或续签协议，或终止其访问，并予以登记。
#   dated: true
package controls.people.parties_under_agreement

import data.lib.records

deny contains {
	"item": sprintf("%s.%s", [party.id, topic]),
	"expected": sprintf(">= %s", [_today]),
	"actual": _until(party, topic),
} if {
	some party in input.records.party
	party.access
	not records.over(party.ended, input.as_of)
	some topic in _topics[party.role]
	not _valid(party, topic)
}

deny contains {"item": role, "expected": ">= 1", "actual": 0} if {
	some role in ["operator", "builder"]
	count([party | some party in input.records.party; party.role == role]) == 0
}

_topics := {
	"competent_authority": ["confidentiality"],
	"operator": ["confidentiality"],
	"builder": ["confidentiality", "security"],
	"supplier": ["confidentiality", "security"],
}

_today := records.today(input.as_of)

_valid(party, topic) if _until(party, topic) >= _today

_until(party, topic) := max(_ends(party, topic)) if {
	count(_ends(party, topic)) > 0
} else := null

_ends(party, topic) := [records.until(agreement) |
	some agreement in input.records.agreement
	agreement.topic == topic
	agreement.party == party.id
	records.reached(agreement.signed, input.as_of)
]
