# METADATA
# title: Certificates have strong keys and signatures
# description: Short keys and broken digests let others forge what the certificate vouches for.
# schemas:
#   - input.certificates: schema.certificates
# custom:
#   title_zh: 证书密钥与签名算法强度足够
#   description_zh: 过短的密钥和已被攻破的摘要算法会使证书所担保的身份被伪造。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.7.a, GBT22239-8.1.10.9.a]
#   evidence: [certificates]
#   max_age: 26h
#   params:
#     rsa_bits: {default: 3072, bound: ">=2048"}
#     ec_bits: {default: 256, bound: ">=256"}
#   remedy: {role: certificates, tag: certificates}
package controls.certificates.strong

deny contains {"item": sprintf("%s key", [found.path]), "expected": sprintf("EC >= %d or RSA >= %d", [_params.ec_bits, _params.rsa_bits]), "actual": sprintf("%s %v", [found.key_kind, found.key_bits])} if {
	some found in input.certificates.certificates
	not _strong(found)
}

deny contains {"item": sprintf("%s signature", [found.path]), "expected": "SHA-2", "actual": found.signature} if {
	some found in input.certificates.certificates
	not regex.match(`^(ecdsa-with-SHA(256|384|512)|sha(256|384|512)WithRSAEncryption|rsassaPss|ED25519|ED448|SM2-with-SM3)$`, found.signature)
}

deny contains {"item": "certificates", "expected": ">= 1", "actual": 0} if count(input.certificates.certificates) == 0

_strong(found) if found.key_kind in {"ED25519", "ED448"}

_strong(found) if {
	is_number(found.key_bits)
	found.key_bits >= {"EC": _params.ec_bits, "RSA": _params.rsa_bits}[found.key_kind]
}

_params := data.params.certificates.strong
