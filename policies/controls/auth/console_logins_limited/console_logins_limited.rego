# METADATA
# title: A console login allows few tries and little time
# description: After these the login begins anew, so guessing at a console is slow and shows.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 控制台登录限制次数和时间
#   description_zh: 超过次数或时间后重新开始登录，使控制台猜测口令变慢并留下痕迹。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.b]
#   evidence: [pam]
#   max_age: 26h
#   params:
#     login_retries: {default: 5, bound: "<=5"}
#     login_timeout_seconds: {default: 60, bound: "<=60"}
#   remedy: {role: accounts, tag: accounts_passwords}
package controls.auth.console_logins_limited

deny contains {"item": item, "expected": sprintf("1..%d", [most]), "actual": actual} if {
	some item, [most, actual] in {
		"LOGIN_RETRIES": [_params.login_retries, input.pam.console.login_retries],
		"LOGIN_TIMEOUT": [_params.login_timeout_seconds, input.pam.console.login_timeout_seconds],
	}
	not actual in numbers.range(1, most)
}

_params := data.params.auth.console_logins_limited
