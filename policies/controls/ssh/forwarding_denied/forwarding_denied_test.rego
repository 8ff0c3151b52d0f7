package controls.ssh.forwarding_denied_test

import data.controls.ssh.forwarding_denied as control
import data.lib.sshd

test_fail_each if {
	denials := control.deny with input as _sshd("no", "yes", "yes", "local")
	denials == {
		{"item": "x11forwarding", "expected": "no", "actual": "yes"},
		{"item": "allowagentforwarding", "expected": "no", "actual": "yes"},
		{"item": "allowtcpforwarding", "expected": "no", "actual": "local"},
	}
}

test_pass_each_off if {
	denials := control.deny with input as _sshd("no", "no", "no", "no")
	denials == set()
}

test_pass_all_off_at_once if {
	denials := control.deny with input as _sshd("yes", "yes", "yes", "yes")
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null}}
	reason == sshd.absent
}

_sshd(disabled, x11, agent, tcp) := {"sshd": {"installed": true, "options": {
	"disableforwarding": disabled,
	"x11forwarding": x11,
	"allowagentforwarding": agent,
	"allowtcpforwarding": tcp,
}}}
