package controls.ssh.keys_from_known_places_test

import data.controls.ssh.keys_from_known_places as control
import data.lib.sshd

test_fail_each if {
	denials := control.deny with input as _sshd([".ssh/authorized_keys", "/etc/keys"], "/bin/keys", "/etc/ca.pub", [])
	denials == {
		{"item": "authorizedkeysfile", "expected": [".ssh/authorized_keys"], "actual": [".ssh/authorized_keys", "/etc/keys"]},
		{"item": "authorizedkeyscommand", "expected": "none", "actual": "/bin/keys"},
		{"item": "trustedusercakeys", "expected": "none", "actual": "/etc/ca.pub"},
	}
}

test_fail_in_a_match_block if {
	matches := [
		{"criteria": "User ann", "option": "authorizedkeysfile", "value": "/tmp/keys"},
		{"criteria": "User ann", "option": "authorizedkeyscommand", "value": "none"},
	]
	denials := control.deny with input as _sshd([".ssh/authorized_keys"], "none", "none", matches)
	denials == {{"item": "User ann: authorizedkeysfile", "expected": ".ssh/authorized_keys", "actual": "/tmp/keys"}}
}

test_pass if {
	denials := control.deny with input as _sshd([".ssh/authorized_keys"], "none", "none", [])
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null, "matches": []}}
	reason == sshd.absent
}

_sshd(files, command, authorities, matches) := {"sshd": {
	"installed": true,
	"matches": matches,
	"options": {
		"authorizedkeysfile": files,
		"authorizedkeyscommand": command,
		"trustedusercakeys": authorities,
	},
}}
