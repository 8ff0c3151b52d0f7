package controls.ssh.trust_files_ignored_test

import data.controls.ssh.trust_files_ignored as control
import data.lib.sshd

test_fail_each if {
	denials := control.deny with input as _sshd("shosts-only", "yes", "LANG")
	denials == {
		{"item": "ignorerhosts", "expected": "yes", "actual": "shosts-only"},
		{"item": "hostbasedauthentication", "expected": "no", "actual": "yes"},
		{"item": "permituserenvironment", "expected": "no", "actual": "LANG"},
	}
}

test_pass if {
	denials := control.deny with input as _sshd("yes", "no", "no")
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null}}
	reason == sshd.absent
}

_sshd(rhosts, hosts, environment) := {"sshd": {"installed": true, "options": {
	"ignorerhosts": rhosts,
	"hostbasedauthentication": hosts,
	"permituserenvironment": environment,
}}}
