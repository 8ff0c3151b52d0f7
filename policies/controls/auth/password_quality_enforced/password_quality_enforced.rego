# METADATA
# title: New passwords must be long and varied
# description: |-
#   pam_pwquality is asked before the password is taken, refuses bad ones from root too, and its effective limits hold:
#   a positive credit makes a password count as longer than it is, so it is taken off the length.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 强制口令复杂度
#   description_zh: 改密时先经 pam_pwquality 检查，对 root 同样生效，并核对实际生效的长度和字符种类。正的 credit 会抵扣长度，计算时予以扣除。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a]
#   evidence: [pam]
#   max_age: 26h
#   params:
#     min_length: {default: 12, bound: ">=8"}
#     min_classes: {default: 3, bound: ">=3"}
#   remedy: {role: accounts, tag: accounts_pam}
package controls.auth.password_quality_enforced

import data.lib.pam

deny contains {"item": "passwd", "expected": ["pam_pwquality.so", "pam_unix.so"], "actual": modules} if {
	not _guarded
	modules := pam.modules(input.pam.stacks.passwd, "password")
}

deny contains {"item": "minlen", "expected": sprintf(">= %d", [_params.min_length]), "actual": length} if {
	length := input.pam.quality.minlen - sum([credit | some credit in _credits; credit > 0])
	length < _params.min_length
}

deny contains {"item": "minclass", "expected": sprintf(">= %d", [_params.min_classes]), "actual": classes} if {
	classes := max([input.pam.quality.minclass, count([credit | some credit in _credits; credit < 0])])
	classes < _params.min_classes
}

deny contains {"item": name, "expected": 1, "actual": actual} if {
	some name, actual in {
		"enforcing": input.pam.quality.enforcing,
		"dictcheck": input.pam.quality.dictcheck,
		"usercheck": input.pam.quality.usercheck,
	}
	actual == 0
}

deny contains {"item": "enforce_for_root", "expected": true, "actual": false} if {
	input.pam.quality.enforce_for_root == false
}

# A module that is called has settings; where those are not shown, nothing says that it guards.
_guarded if {
	pam.guards_password(input.pam.stacks.passwd, "pam_pwquality.so")
	not is_null(input.pam.quality)
}

_credits := [
	input.pam.quality.dcredit,
	input.pam.quality.ucredit,
	input.pam.quality.lcredit,
	input.pam.quality.ocredit,
]

_params := data.params.auth.password_quality_enforced
