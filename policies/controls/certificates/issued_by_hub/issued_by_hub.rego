# METADATA
# title: Hosts prove themselves with certificates of the hub's own authority
# description: A certificate that somebody else signed, or nobody, proves nothing to the other hosts.
# schemas:
#   - input.certificates: schema.certificates
# custom:
#   title_zh: 主机证书由中枢自有 CA 签发
#   description_zh: 由他人签发或自签名的证书无法向其他主机证明身份。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.7.a, GBT22239-8.1.10.9.a]
#   evidence: [certificates]
#   max_age: 26h
#   remedy: {role: certificates, tag: certificates}
package controls.certificates.issued_by_hub

deny contains {"item": found.path, "expected": "signed by the hub's authority", "actual": found.issuer} if {
	some found in _own
	not found.issued_by_hub
}

deny contains {"item": "certificates of the host", "expected": ">= 1", "actual": 0} if count(_own) == 0

_own := [found | some found in input.certificates.certificates; not found.authority]
