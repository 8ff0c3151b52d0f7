# METADATA
# title: A failed login has to wait
# description: |-
#   Without a delay thousands of passwords can be tried in a minute, by a program that speaks for people at a
#   console or with su.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 登录失败后须等待
#   description_zh: 没有延时，程序可在一分钟内从控制台或通过 su 尝试数千个口令。
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.b]
#   evidence: [pam]
#   max_age: 26h
#   params: {fail_delay_seconds: {default: 3, bound: ">=2"}}
#   remedy: {role: accounts, tag: accounts_pam}
package controls.auth.login_failures_delayed

import data.lib.pam

deny contains {"item": service, "expected": sprintf(">= %d s", [_least]), "actual": delays} if {
	some service, stack in _stacks
	delays := [delay | some entry in pam.of_type(stack, "auth"); entry.module == "pam_faildelay.so"; delay := pam.argument(entry, "delay")]
	not _long_enough(delays)
}

deny contains {"item": sprintf("%s: %s", [service, entry.module]), "expected": null, "actual": "nodelay"} if {
	some service, stack in _stacks
	some entry in pam.of_type(stack, "auth")
	"nodelay" in entry.args
}

# Microseconds; the longest that a module asks for is what the login waits.
_long_enough(delays) if {
	some delay in delays
	regex.match(`^[0-9]{1,9}$`, delay)
	to_number(delay) >= _least * 1000000
}

_stacks := {"login": input.pam.stacks.login, "su": input.pam.stacks.su}

_least := data.params.auth.login_failures_delayed.fail_delay_seconds
