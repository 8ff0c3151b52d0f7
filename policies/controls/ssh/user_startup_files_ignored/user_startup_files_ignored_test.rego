package controls.ssh.user_startup_files_ignored_test

import data.controls.ssh.user_startup_files_ignored as control
import data.lib.sshd

test_fail if {
	every value in ["yes", null] {
		denials := control.deny with input as _sshd(value)
		denials == {{"item": "permituserrc", "expected": "no", "actual": value}}
	}
}

test_pass if {
	denials := control.deny with input as _sshd("no")
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null, "matches": []}}
	reason == sshd.absent
}

_sshd(value) := {"sshd": {"installed": true, "options": {"permituserrc": value}}}
