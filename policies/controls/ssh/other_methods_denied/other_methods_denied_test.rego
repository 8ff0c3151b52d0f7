package controls.ssh.other_methods_denied_test

import data.controls.ssh.other_methods_denied as control
import data.lib.sshd

test_fail_each if {
	denials := control.deny with input as _sshd(["yes", "yes"])
	denials == {
		{"item": "gssapiauthentication", "expected": "no", "actual": "yes"},
		{"item": "kerberosauthentication", "expected": "no", "actual": "yes"},
	}
}

test_fail_unknown if {
	denials := control.deny with input as _sshd([null, null])
	count(denials) == 2
}

test_pass if {
	denials := control.deny with input as _sshd(["no", "no"])
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null, "matches": []}}
	reason == sshd.absent
}

_sshd(values) := {"sshd": {"installed": true, "options": {
	"gssapiauthentication": values[0],
	"kerberosauthentication": values[1],
}}}
