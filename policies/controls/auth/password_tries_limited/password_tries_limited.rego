# METADATA
# title: Choosing a new password is given up after a few tries
# description: Otherwise the rules for passwords can be tried out until something just passes.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 修改口令的尝试次数有限
#   description_zh: 否则可反复试探口令规则，直到勉强通过。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a]
#   evidence: [pam]
#   max_age: 26h
#   params: {password_tries: {default: 3, bound: "<=3"}}
#   remedy: {role: accounts, tag: accounts_pam}
package controls.auth.password_tries_limited

deny contains {"item": "pam_pwquality.so", "expected": ">= 1", "actual": 0} if is_null(input.pam.quality)

deny contains {"item": "retry", "expected": sprintf("1..%d", [_params.password_tries]), "actual": tries} if {
	tries := input.pam.quality.retry
	not tries in numbers.range(1, _params.password_tries)
}

_params := data.params.auth.password_tries_limited
