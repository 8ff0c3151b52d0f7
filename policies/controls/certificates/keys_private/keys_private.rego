# METADATA
# title: Private keys are root's alone
# description: Whoever can read a host's key can be that host.
# schemas:
#   - input.certificates: schema.certificates
# custom:
#   title_zh: 私钥仅 root 可读
#   description_zh: 能读取主机私钥的人即可冒充该主机。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.4, GBT22239-8.1.4.8.b, GBT22239-8.1.4.2.d]
#   evidence: [certificates]
#   max_age: 26h
#   params:
#     key_mode: {default: "0600", bound: "fixed"}
#   remedy: {role: certificates, tag: certificates}
package controls.certificates.keys_private

import data.lib.octal

deny contains {"item": found.key.path, "expected": sprintf("<= %s", [_most]), "actual": mode} if {
	some found in input.certificates.certificates
	mode := found.key.mode
	not octal.subset(mode, _most)
}

deny contains {"item": sprintf("%s owner", [found.key.path]), "expected": "root", "actual": found.key.owner} if {
	some found in input.certificates.certificates
	found.key.owner != "root"
}

deny contains {"item": "keys", "expected": ">= 1", "actual": 0} if {
	count([found | some found in input.certificates.certificates; found.key != null]) == 0
}

_most := data.params.certificates.keys_private.key_mode
