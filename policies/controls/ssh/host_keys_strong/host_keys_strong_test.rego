package controls.ssh.host_keys_strong_test

import data.controls.ssh.host_keys_strong as control
import data.lib.sshd

test_fail_short_keys_of_clients if {
	every bits in [3071, null] {
		denials := control.deny with input as _sshd(bits, []) with data.params as _params
		denials == {{"item": "requiredrsasize", "expected": ">= 3072", "actual": bits}}
	}
}

test_fail_short_host_key if {
	denials := control.deny with input as _sshd(3072, [_key("rsa", 3071)]) with data.params as _params
	denials == {{"item": "/etc/ssh/key", "expected": ">= 3072", "actual": 3071}}
}

test_fail_other_type if {
	denials := control.deny with input as _sshd(3072, [_key("dsa", 1024)]) with data.params as _params
	denials == {{"item": "/etc/ssh/key", "expected": ["ecdsa", "ed25519", "rsa"], "actual": "dsa"}}
}

test_pass if {
	keys := [_key("rsa", 3072), _key("ed25519", 256), _key("ecdsa", 256)]
	denials := control.deny with input as _sshd(3072, keys) with data.params as _params
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null}}
	reason == sshd.absent
}

_key(type, bits) := {"path": "/etc/ssh/key", "type": type, "bits": bits, "fingerprint": "SHA256:x"}

_sshd(bits, keys) := {"sshd": {"installed": true, "options": {"requiredrsasize": bits}, "host_keys": keys}}

_params := {"ssh": {"host_keys_strong": {"min_rsa_bits": 3072}}}
