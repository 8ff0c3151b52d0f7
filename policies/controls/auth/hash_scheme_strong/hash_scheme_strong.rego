# METADATA
# title: PAM hashes new passwords with a strong method
# description: What pam_unix is told beats login.defs, so each of its lines that takes passwords names a strong method.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: PAM 采用强散列算法保存新口令
#   description_zh: pam_unix 的参数优先于 login.defs，因此其口令行须指明强散列算法。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a, GBT22239-8.1.4.8.b]
#   evidence: [pam]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_pam}
package controls.auth.hash_scheme_strong

import data.lib.pam

deny contains {"item": "pam_unix.so", "expected": ">= 1", "actual": 0} if count(_lines) == 0

deny contains {"item": entry.path, "expected": _strong, "actual": methods} if {
	some entry in _lines
	methods := [arg | some arg in entry.args; arg in _known]
	not _strong_only(methods)
}

_lines := [entry |
	some entry in pam.of_type(input.pam.stacks.passwd, "password")
	entry.module == "pam_unix.so"
]

_strong_only(methods) if {
	count(methods) > 0
	every method in methods {
		method in _strong
	}
}

_strong := ["gost_yescrypt", "sha512", "yescrypt"]

_known := {"bigcrypt", "blowfish", "gost_yescrypt", "md5", "sha256", "sha512", "yescrypt"}
