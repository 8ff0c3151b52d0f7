# METADATA
# title: New passwords repeat nothing and differ from the old one
# description: Rows of one character, and the old password with a digit added, are guessed first.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 新口令不得重复字符且须与旧口令有别
#   description_zh: 连续相同字符，以及在旧口令后加一位数字，是最先被猜到的。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a]
#   evidence: [pam]
#   max_age: 26h
#   params:
#     max_repeat: {default: 3, bound: "<=3"}
#     min_different: {default: 3, bound: ">=3"}
#   remedy: {role: accounts, tag: accounts_pam}
package controls.auth.password_patterns_refused

deny contains {"item": "pam_pwquality.so", "expected": ">= 1", "actual": 0} if is_null(input.pam.quality)

deny contains {"item": "maxrepeat", "expected": sprintf("1..%d", [_params.max_repeat]), "actual": repeat} if {
	repeat := input.pam.quality.maxrepeat
	not repeat in numbers.range(1, _params.max_repeat)
}

deny contains {"item": "difok", "expected": sprintf(">= %d", [_params.min_different]), "actual": different} if {
	different := input.pam.quality.difok
	different < _params.min_different
}

_params := data.params.auth.password_patterns_refused
