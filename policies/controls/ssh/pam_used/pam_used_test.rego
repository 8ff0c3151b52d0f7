package controls.ssh.pam_used_test

import data.controls.ssh.pam_used as control
import data.lib.sshd

test_fail if {
	every value in ["no", null] {
		denials := control.deny with input as _sshd(value)
		denials == {{"item": "usepam", "expected": "yes", "actual": value}}
	}
}

test_pass if {
	denials := control.deny with input as _sshd("yes")
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null, "matches": []}}
	reason == sshd.absent
}

_sshd(value) := {"sshd": {"installed": true, "options": {"usepam": value}}}
