package controls.ssh.settings_not_overridden_test

import data.controls.ssh.settings_not_overridden as control
import data.lib.sshd

test_fail_passwords_for_one_user if {
	denials := control.deny with input as _sshd("passwordauthentication", "yes")
	denials == {{"item": "user deploy: passwordauthentication", "expected": "no", "actual": "yes"}}
}

test_pass_as_strict if {
	denials := control.deny with input as _sshd("passwordauthentication", "no")
	denials == set()
}

test_pass_another_matter if {
	denials := control.deny with input as _sshd("forcecommand", "internal-sftp")
	denials == set()
}

test_pass_without_match_blocks if {
	denials := control.deny with input as {"sshd": {"installed": true, "matches": []}}
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "matches": []}}
	reason == sshd.absent
}

_sshd(option, value) := {"sshd": {"installed": true, "matches": [{
	"path": "/etc/ssh/sshd_config",
	"criteria": "user deploy",
	"option": option,
	"value": value,
}]}}
