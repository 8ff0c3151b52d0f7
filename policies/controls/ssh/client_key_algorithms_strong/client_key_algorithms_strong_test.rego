package controls.ssh.client_key_algorithms_strong_test

import data.controls.ssh.client_key_algorithms_strong as control
import data.lib.sshd

test_fail_one_weak_among_strong if {
	denials := control.deny with input as _sshd(["ssh-rsa", "ssh-ed25519"]) with data.params as _params
	denials == {{"item": "pubkeyacceptedalgorithms", "expected": ["rsa-sha2-512", "ssh-ed25519"], "actual": ["ssh-ed25519", "ssh-rsa"]}}
}

test_fail_nothing_understood if {
	denials := control.deny with input as _sshd([]) with data.params as _params
	denials == {{"item": "pubkeyacceptedalgorithms", "expected": ["rsa-sha2-512", "ssh-ed25519"], "actual": []}}
}

test_pass_a_part_of_what_is_allowed if {
	denials := control.deny with input as _sshd(["ssh-ed25519"]) with data.params as _params
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null, "matches": []}}
	reason == sshd.absent
}

_sshd(algorithms) := {"sshd": {"installed": true, "options": {"pubkeyacceptedalgorithms": algorithms}}}

_params := {"ssh": {"client_key_algorithms_strong": {"client_key_algorithms": ["ssh-ed25519", "rsa-sha2-512"]}}}
