package controls.listeners.management_on_management_address_test

import data.controls.listeners.management_on_management_address as control

test_fail_every_address if {
	denials := control.deny with input as {"listeners": {"listeners": [{"protocol": "tcp", "address": "0.0.0.0", "port": 9100, "program": "x", "loopback": false}]}} with data.params.listeners.management_on_management_address as {"ports": [9100], "networks": ["127.0.0.0/8", "10.9.0.0/16"]}
	denials == {{"item": "tcp 0.0.0.0 9100", "expected": "127.0.0.0/8, 10.9.0.0/16", "actual": "0.0.0.0"}}
}

test_fail_every_address_of_both_kinds if {
	denials := control.deny with input as {"listeners": {"listeners": [{"protocol": "tcp", "address": "::", "port": 9100, "program": "x", "loopback": false}]}} with data.params.listeners.management_on_management_address as {"ports": [9100], "networks": ["127.0.0.0/8", "10.9.0.0/16"]}
	denials == {{"item": "tcp :: 9100", "expected": "127.0.0.0/8, 10.9.0.0/16", "actual": "::"}}
}

test_pass_managed_or_another_port if {
	denials := control.deny with input as {"listeners": {"listeners": [{"protocol": "tcp", "address": "10.9.0.7", "port": 9100, "program": "x", "loopback": false}, {"protocol": "tcp", "address": "0.0.0.0", "port": 22, "program": "sshd", "loopback": false}]}} with data.params.listeners.management_on_management_address as {"ports": [9100], "networks": ["127.0.0.0/8", "10.9.0.0/16"]}
	denials == set()
}
