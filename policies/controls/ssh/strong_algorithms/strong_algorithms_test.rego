package controls.ssh.strong_algorithms_test

import data.controls.ssh.strong_algorithms as control
import data.lib.sshd

test_fail_one_weak_among_strong if {
	denials := control.deny with input as _sshd(["aes256-ctr"], ["hmac-sha1", "good-mac"], ["good-kex"])
		with data.params as _params
	denials == {{"item": "macs", "expected": ["good-mac"], "actual": ["good-mac", "hmac-sha1"]}}
}

test_fail_each_kind if {
	denials := control.deny with input as _sshd(["3des-cbc"], ["good-mac"], ["weak-kex"]) with data.params as _params
	denials == {
		{"item": "ciphers", "expected": ["aes128-ctr", "aes256-ctr"], "actual": ["3des-cbc"]},
		{"item": "kexalgorithms", "expected": ["good-kex"], "actual": ["weak-kex"]},
	}
}

test_fail_nothing_understood if {
	denials := control.deny with input as _sshd(["aes256-ctr"], [], ["good-kex"]) with data.params as _params
	denials == {{"item": "macs", "expected": ["good-mac"], "actual": []}}
}

test_pass_a_part_of_what_is_allowed if {
	denials := control.deny with input as _sshd(["aes256-ctr"], ["good-mac"], ["good-kex"]) with data.params as _params
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null}}
	reason == sshd.absent
}

_sshd(ciphers, macs, exchanges) := {"sshd": {
	"installed": true,
	"options": {"ciphers": ciphers, "macs": macs, "kexalgorithms": exchanges},
}}

_params := {"ssh": {"strong_algorithms": {
	"ciphers": ["aes256-ctr", "aes128-ctr"],
	"macs": ["good-mac"],
	"kex_algorithms": ["good-kex"],
}}}
