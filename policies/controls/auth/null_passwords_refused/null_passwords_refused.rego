# METADATA
# title: No login accepts an account without a password
# description: With `nullok` on a line of PAM, an empty password field is enough to log in.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 登录鉴别不接受空口令
#   description_zh: PAM 配置中带有 nullok 时，口令字段为空的账户可直接登录。
#   severity: high_risk
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a]
#   evidence: [pam]
#   max_age: 26h
#   remedy: {role: accounts, tag: accounts_pam}
package controls.auth.null_passwords_refused

deny contains {"item": sprintf("%s: %s %s", [entry.path, entry.type, entry.module]), "expected": null, "actual": arg} if {
	some stack in [
		input.pam.stacks.login,
		input.pam.stacks.passwd,
		input.pam.stacks.sshd,
		input.pam.stacks.su,
	]
	some entry in stack
	some arg in entry.args
	arg in {"nullok", "nullok_secure"}
}
