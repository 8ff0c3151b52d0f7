package controls.listeners.only_declared_test

import data.controls.listeners.only_declared as control

test_fail_other_program if {
	denials := control.deny with input as {"listeners": {"listeners": [{"protocol": "tcp", "address": "0.0.0.0", "port": 22, "program": "nc", "loopback": false}]}} with data.params.listeners.only_declared as {"declared": ["tcp 22 sshd", "udp 68 *"]}
	denials == {{"item": "tcp 0.0.0.0 22", "expected": null, "actual": "nc"}}
}

test_fail_other_protocol if {
	denials := control.deny with input as {"listeners": {"listeners": [{"protocol": "udp", "address": "0.0.0.0", "port": 22, "program": "sshd", "loopback": false}]}} with data.params.listeners.only_declared as {"declared": ["tcp 22 sshd", "udp 68 *"]}
	denials == {{"item": "udp 0.0.0.0 22", "expected": null, "actual": "sshd"}}
}

test_fail_no_program if {
	denials := control.deny with input as {"listeners": {"listeners": [{"protocol": "tcp", "address": "::", "port": 2049, "program": null, "loopback": false}]}} with data.params.listeners.only_declared as {"declared": ["tcp 22 sshd", "udp 68 *"]}
	denials == {{"item": "tcp :: 2049", "expected": null, "actual": "?"}}
}

test_pass_declared if {
	denials := control.deny with input as {"listeners": {"listeners": [{"protocol": "tcp", "address": "0.0.0.0", "port": 22, "program": "sshd", "loopback": false}, {"protocol": "udp", "address": "10.0.0.5", "port": 68, "program": "anything", "loopback": false}]}} with data.params.listeners.only_declared as {"declared": ["tcp 22 sshd", "udp 68 *"]}
	denials == set()
}

test_pass_loopback if {
	denials := control.deny with input as {"listeners": {"listeners": [{"protocol": "tcp", "address": "127.0.0.1", "port": 25, "program": "master", "loopback": true}]}} with data.params.listeners.only_declared as {"declared": ["tcp 22 sshd", "udp 68 *"]}
	denials == set()
}
