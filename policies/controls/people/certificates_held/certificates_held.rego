# METADATA
# title: Holders and deputies have the certificates that their posts require
# description: Each certificate that a post asks for is held by its holder and by its deputy and has not run out.
# schemas:
#   - input.records: schema.records
# custom:
#   title_zh: 主岗和备岗人员具备岗位要求的证书
#   description_zh: 岗位要求的每项证书，主岗和备岗人员均持有且在有效期内。
#   severity: medium
#   subject: hub
#   requirements: [HUB-B4, GBT22239-8.1.8.1.b]
#   evidence: [records]
#   max_age: 26h
#   remedy:
#     manual: Obtain or renew the certificate, or give the post to somebody who has it, and record it.
#     manual_zh: 取得或续期该证书，或由具备证书的人员任岗，并予以登记。
#   dated: true
package controls.people.certificates_held

import data.lib.records

deny contains {
	"item": sprintf("%s.%s", [id, name]),
	"expected": sprintf(">= %s", [_today]),
	"actual": _until(id, name),
} if {
	some post in input.records.post
	some id in [post.primary, post.deputy]
	id != null
	some name in post.requires
	not _valid(id, name)
}

deny contains {"item": "post", "expected": ">= 1", "actual": 0} if count(input.records.post) == 0

_today := records.today(input.as_of)

_valid(id, name) if _until(id, name) >= _today

# Somebody without a record holds nothing.
_until(id, name) := max(_ends(id, name)) if {
	count(_ends(id, name)) > 0
} else := null

_ends(id, name) := [records.until(certificate) |
	some person in input.records.person
	person.id == id
	some certificate in person.certificates
	certificate.name == name
]
