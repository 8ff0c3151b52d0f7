package controls.ssh.session_keys_renewed_test

import data.controls.ssh.session_keys_renewed as control
import data.lib.sshd

test_fail if {
	every limit in ["0 0", "100 0", "0 60", "101 60", "100 61", null] {
		denials := control.deny with input as _sshd(limit) with data.params as _params
		denials == {{"item": "rekeylimit", "expected": "1..100 B, 1..60 s", "actual": limit}}
	}
}

test_pass_at_the_bounds if {
	denials := control.deny with input as _sshd("100 60") with data.params as _params
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null, "matches": []}}
	reason == sshd.absent
}

_sshd(limit) := {"sshd": {"installed": true, "options": {"rekeylimit": limit}}}

_params := {"ssh": {"session_keys_renewed": {"rekey_bytes": 100, "rekey_seconds": 60}}}
