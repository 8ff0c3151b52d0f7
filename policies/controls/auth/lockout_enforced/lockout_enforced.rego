# METADATA
# title: Wrong passwords lock an account for a while
# description: |-
#   faillock.conf does nothing by itself: each service asks pam_faillock before pam_unix (preauth), reports a failure
#   after it (authfail, before pam_deny ends the stack) and honours the lock in its account phase.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 登录失败达到次数后锁定账户
#   description_zh: 仅有 faillock.conf 不起作用：各服务须在 pam_unix 之前调用 preauth、失败后调用 authfail（在 pam_deny 之前），并在 account 阶段检查锁定。
#   severity: high
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.b]
#   evidence: [pam]
#   max_age: 26h
#   params:
#     deny: {default: 5, bound: "<=5"}
#     unlock_seconds: {default: 900, bound: ">=600"}
#   remedy: {role: accounts, tag: accounts_pam}
package controls.auth.lockout_enforced

import data.lib.pam

deny contains {"item": sprintf("%s auth", [service]), "expected": pam.lockout_order, "actual": steps} if {
	some service, stack in _stacks
	steps := pam.lockout_steps(stack)
	not pam.locks_out(steps)
}

deny contains {"item": sprintf("%s account", [service]), "expected": ["pam_faillock.so"], "actual": modules} if {
	some service, stack in _stacks
	modules := pam.modules(stack, "account")
	not "pam_faillock.so" in modules
}

deny contains {"item": "deny", "expected": sprintf("1..%d", [_params.deny]), "actual": lockout.deny} if {
	some lockout in input.pam.lockouts
	not lockout.deny in numbers.range(1, _params.deny)
}

# Lines that lock have settings; where those are not shown, nothing says that they hold.
deny contains {"item": "deny", "expected": sprintf("1..%d", [_params.deny]), "actual": null} if {
	some stack in _stacks
	pam.locks_out(pam.lockout_steps(stack))
	count(input.pam.lockouts) == 0
}

deny contains {"item": "unlock_time", "expected": sprintf(">= %d", [least]), "actual": lockout.unlock_seconds} if {
	least := _params.unlock_seconds
	some lockout in input.pam.lockouts
	lockout.unlock_seconds < least
	lockout.unlock_seconds != 0 # an administrator unlocks
}

# The console always counts, the others where the host has them.
_stacks["login"] := input.pam.stacks.login

_stacks[service] := stack if {
	some service, stack in {"sshd": input.pam.stacks.sshd, "su": input.pam.stacks.su}
	count(stack) > 0
}

_params := data.params.auth.lockout_enforced
