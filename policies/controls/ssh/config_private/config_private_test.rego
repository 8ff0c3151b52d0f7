package controls.ssh.config_private_test

import data.controls.ssh.config_private as control
import data.lib.sshd

test_fail_others_read if {
	denials := control.deny with input as _sshd("0644", "root")
	denials == {{"item": "/etc/ssh/sshd_config", "expected": "<= 0600", "actual": "0644"}}
}

test_fail_another_owner if {
	denials := control.deny with input as _sshd("0600", "deploy")
	denials == {{"item": "/etc/ssh/sshd_config", "expected": "root", "actual": "deploy"}}
}

test_fail_a_readable_key if {
	key := {"path": "/etc/ssh/ssh_host_rsa_key", "mode": "0640", "owner": "root"}
	denials := control.deny with input as {"sshd": {"installed": true, "config_files": [], "private_keys": [key]}}
	denials == {{"item": "/etc/ssh/ssh_host_rsa_key", "expected": "<= 0600", "actual": "0640"}}
}

test_pass_at_the_bound_and_stricter if {
	every mode in ["0600", "0400"] {
		control.deny == set() with input as _sshd(mode, "root")
	}
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "config_files": [], "private_keys": []}}
	reason == sshd.absent
}

_sshd(mode, owner) := {"sshd": {
	"installed": true,
	"config_files": [{"path": "/etc/ssh/sshd_config", "mode": mode, "owner": owner}],
	"private_keys": [],
}}
