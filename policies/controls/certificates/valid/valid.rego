# METADATA
# title: No certificate has run out or soon will
# description: A certificate that runs out stops what it serves, or teaches people to look away from warnings.
# schemas:
#   - input.certificates: schema.certificates
# custom:
#   title_zh: 证书未过期且不会很快到期
#   description_zh: 证书过期会使服务中断，或使人习惯于忽视告警。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.7.a, GBT22239-8.1.4.8.a]
#   evidence: [certificates]
#   max_age: 26h
#   dated: true
#   params:
#     renew_days: {default: 30, bound: ">=30"}
#   remedy: {role: certificates, tag: certificates}
package controls.certificates.valid

import data.lib.records

deny contains {"item": found.path, "expected": sprintf("> %s", [_due]), "actual": found.not_after} if {
	some found in input.certificates.certificates
	found.not_after <= _due
}

deny contains {"item": "certificates", "expected": ">= 1", "actual": 0} if count(input.certificates.certificates) == 0

_due := records.day_after(input.as_of, data.params.certificates.valid.renew_days)
