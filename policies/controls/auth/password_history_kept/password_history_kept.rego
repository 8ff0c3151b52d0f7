# METADATA
# title: Old passwords cannot be used again
# description: pam_pwhistory stands between the quality check and pam_unix, checks the same new password, and holds for root too.
# schemas:
#   - input.pam: schema.pam
# custom:
#   title_zh: 禁止重复使用近期口令
#   description_zh: pam_pwhistory 位于复杂度检查与 pam_unix 之间，检查同一个新口令，对 root 同样生效。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.1.a]
#   evidence: [pam]
#   max_age: 26h
#   params: {remember: {default: 5, bound: ">=5"}}
#   remedy: {role: accounts, tag: accounts_pam}
package controls.auth.password_history_kept

import data.lib.pam

deny contains {"item": "passwd", "expected": ["pam_pwhistory.so", "pam_unix.so"], "actual": modules} if {
	not _guarded
	modules := pam.modules(input.pam.stacks.passwd, "password")
}

deny contains {"item": "remember", "expected": sprintf(">= %d", [_least]), "actual": input.pam.history.remember} if {
	input.pam.history.remember < _least
}

deny contains {"item": name, "expected": true, "actual": false} if {
	some name, set in {
		"enforce_for_root": input.pam.history.enforce_for_root,
		"use_authtok": input.pam.history.use_authtok,
	}
	not set
}

# A module that is called has settings; where those are not shown, nothing says that it guards.
_guarded if {
	pam.guards_password(input.pam.stacks.passwd, "pam_pwhistory.so")
	not is_null(input.pam.history)
}

_least := data.params.auth.password_history_kept.remember
