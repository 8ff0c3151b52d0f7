package controls.ssh.password_login_denied_test

import data.controls.ssh.password_login_denied as control
import data.lib.sshd

test_fail_with_passwords if {
	denials := control.deny with input as _sshd("yes", "no")
	denials == {{"item": "passwordauthentication", "expected": "no", "actual": "yes"}}
}

test_fail_with_passwords_by_another_name if {
	denials := control.deny with input as _sshd("no", "yes")
	denials == {{"item": "kbdinteractiveauthentication", "expected": "no", "actual": "yes"}}
}

test_pass if {
	denials := control.deny with input as _sshd("no", "no")
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null}}
	reason == sshd.absent
}

_sshd(password, interactive) := {"sshd": {
	"installed": true,
	"options": {"passwordauthentication": password, "kbdinteractiveauthentication": interactive},
}}
