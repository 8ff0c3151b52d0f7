# METADATA
# title: One-time passwords go by the clock and by long secrets
# description: A password that goes by a counter holds until it is used; a short secret can be found by trying.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 一次性口令按时间生成且密钥足够长
#   description_zh: 按计数器生成的口令在使用前一直有效；过短的密钥可被穷举。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.d, GBT22239-8.1.4.8.b]
#   evidence: [pam]
#   max_age: 26h
#   params:
#     otp_secret_bits: {default: 128, bound: ">=128"}
#     otp_digits: {default: 6, bound: ">=6"}
#   remedy: {role: ssh_server, tag: ssh_second_factor}
package controls.auth.one_time_secrets_strong

import data.lib.pam

deny contains {"item": sprintf("%s: kind", [one.user]), "expected": "totp", "actual": one.kind} if {
	some one in input.pam.one_time.enrolled
	one.kind != "totp"
}

deny contains {"item": sprintf("%s: step", [one.user]), "expected": "1..60", "actual": one.step_seconds} if {
	some one in input.pam.one_time.enrolled
	one.kind == "totp"
	not one.step_seconds in numbers.range(1, 60)
}

deny contains {"item": sprintf("%s: digits", [one.user]), "expected": expected, "actual": one.digits} if {
	some one in input.pam.one_time.enrolled
	expected := sprintf(">= %d", [_params.otp_digits])
	one.digits < _params.otp_digits
}

deny contains {"item": sprintf("%s: secret", [one.user]), "expected": expected, "actual": one.secret_bits} if {
	some one in input.pam.one_time.enrolled
	expected := sprintf(">= %d", [_params.otp_secret_bits])
	one.secret_bits < _params.otp_secret_bits
}

not_applicable := pam.no_one_time_passwords if is_null(input.pam.one_time)

_params := data.params.auth.one_time_secrets_strong
