# METADATA
# title: Failed logins add up over a quarter of an hour
# description: With a short interval somebody can guess slowly for ever and never be locked out.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 登录失败次数在足够长的时间内累计
#   description_zh: 累计时间过短时，攻击者可放慢速度无限尝试而不被锁定。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.b]
#   evidence: [pam]
#   max_age: 26h
#   params: {fail_interval_seconds: {default: 900, bound: ">=900"}}
#   remedy: {role: accounts, tag: accounts_pam}
package controls.auth.failures_remembered

deny contains {"item": item, "expected": sprintf(">= %d", [_least]), "actual": lockout.fail_interval_seconds} if {
	some lockout in input.pam.lockouts
	item := sprintf("%s: %s", [lockout.path, lockout.step])
	lockout.fail_interval_seconds < _least
}

# Lines that lock nobody have no settings; nothing says then that these hold.
deny contains {"item": "pam_faillock.so", "expected": ">= 1", "actual": 0} if count(input.pam.lockouts) == 0

_least := data.params.auth.failures_remembered.fail_interval_seconds
