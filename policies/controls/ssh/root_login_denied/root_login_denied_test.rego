package controls.ssh.root_login_denied_test

import data.controls.ssh.root_login_denied as control
import data.lib.sshd

test_fail_anything_but_no if {
	every value in ["yes", "without-password", "forced-commands-only", null] {
		denials := control.deny with input as _sshd(value)
		denials == {{"item": "permitrootlogin", "expected": "no", "actual": value}}
	}
}

test_pass if {
	denials := control.deny with input as _sshd("no")
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null}}
	reason == sshd.absent
}

_sshd(value) := {"sshd": {"installed": true, "options": {"permitrootlogin": value}}}
