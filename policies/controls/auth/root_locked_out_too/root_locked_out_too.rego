# METADATA
# title: Failed logins lock root too, for a while
# description: |-
#   Root is the account most guessed at. Its lock ends by itself, so that guessing does not take the console away
#   for good; 0 would never end.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 登录失败同样锁定 root
#   description_zh: root 是最常被猜测的账户。其锁定应自动解除，以免因猜测而永久失去控制台；0 表示永不解除。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.b]
#   evidence: [pam]
#   max_age: 26h
#   params: {root_unlock_seconds: {default: 900, bound: ">=60"}}
#   remedy: {role: accounts, tag: accounts_pam}
package controls.auth.root_locked_out_too

deny contains {"item": item, "expected": true, "actual": false} if {
	some lockout in input.pam.lockouts
	item := sprintf("%s: %s even_deny_root", [lockout.path, lockout.step])
	not lockout.even_deny_root
}

deny contains {"item": item, "expected": sprintf(">= %d", [_least]), "actual": lockout.root_unlock_seconds} if {
	some lockout in input.pam.lockouts
	item := sprintf("%s: %s root_unlock_time", [lockout.path, lockout.step])
	lockout.root_unlock_seconds < _least
}

# Lines that lock nobody have no settings; nothing says then that these hold.
deny contains {"item": "pam_faillock.so", "expected": ">= 1", "actual": 0} if count(input.pam.lockouts) == 0

_least := data.params.auth.root_locked_out_too.root_unlock_seconds
