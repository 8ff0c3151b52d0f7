# METADATA
# title: PAM asks SSH logins for a one-time password, and nothing leads round it
# description: |-
#   pam_oath stands before anything that could let somebody in, its refusal counts, and it takes passwords of six
#   digits or more from a named file of secrets within a small window.
# schemas:
#   - input.pam: schema.pam
#   - input.sshd: schema.sshd
# custom:
#   title_zh: PAM 对 SSH 登录要求一次性口令且不可绕过
#   description_zh: pam_oath 须排在任何可放行的模块之前，其拒绝必须生效；口令不少于 6 位，密钥来自指定文件，允许的时间偏差很小。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.d]
#   evidence: [pam, sshd]
#   max_age: 26h
#   params:
#     otp_digits: {default: 6, bound: ">=6"}
#     otp_window: {default: 1, bound: "<=2"}
#   remedy: {role: ssh_server, tag: ssh_second_factor}
package controls.auth.one_time_passwords_required

import data.lib.pam
import data.lib.sshd

deny contains {"item": "sshd auth", "expected": ["pam_oath.so"], "actual": modules} if {
	modules := pam.modules(input.pam.stacks.sshd, "auth")
	not pam.demands(input.pam.stacks.sshd, "pam_oath.so")
}

deny contains {"item": sprintf("pam_oath.so %s", [name]), "expected": expected, "actual": actual} if {
	some entry in input.pam.stacks.sshd
	entry.module == "pam_oath.so"
	some name, [least, most, expected] in {
		"digits": [_params.otp_digits, 8, sprintf("%d..8", [_params.otp_digits])],
		"window": [0, _params.otp_window, sprintf("0..%d", [_params.otp_window])],
	}
	actual := pam.argument(entry, name)
	not actual in {sprintf("%d", [number]) | some number in numbers.range(least, most)}
}

deny contains {"item": "pam_oath.so", "expected": null, "actual": arg} if {
	some entry in input.pam.stacks.sshd
	entry.module == "pam_oath.so"
	some arg in entry.args
	arg in {"alwaysok", "debug"}
}

deny contains {"item": "pam_oath.so usersfile", "expected": ">= 1", "actual": path} if {
	path := input.pam.one_time.path
	not startswith(path, "/")
}

not_applicable := sshd.absent if not input.sshd.installed

_params := data.params.auth.one_time_passwords_required
