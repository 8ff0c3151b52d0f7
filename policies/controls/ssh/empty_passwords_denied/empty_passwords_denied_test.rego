package controls.ssh.empty_passwords_denied_test

import data.controls.ssh.empty_passwords_denied as control
import data.lib.sshd

test_fail if {
	denials := control.deny with input as _sshd("yes")
	denials == {{"item": "permitemptypasswords", "expected": "no", "actual": "yes"}}
}

test_pass if {
	denials := control.deny with input as _sshd("no")
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null}}
	reason == sshd.absent
}

_sshd(value) := {"sshd": {"installed": true, "options": {"permitemptypasswords": value}}}
