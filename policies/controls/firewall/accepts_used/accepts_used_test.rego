package controls.firewall.accepts_used_test

import data.controls.firewall.accepts_used as control

test_fail_without_a_filter if {
	denials := control.deny with input as {"firewall": {"ipv6": true, "chains": []}, "listeners": {"listeners": []}, "os": {"platform": "vm"}}
	denials == {{"item": "input filter (ip)", "expected": "denies by default", "actual": []}}
}

test_fail_nothing_answers_from_outside if {
	denials := control.deny with input as object.union(
		_host([_rule("accept", [_match("tcp dport", ["22", "80"])])]),
		{"listeners": {"listeners": [
			{"protocol": "tcp", "port": 22, "loopback": true},
			{"protocol": "udp", "port": 22, "loopback": false},
			{"protocol": "tcp", "port": 80, "loopback": false},
		]}},
	)
	denials == {{"item": "tcp/22", "expected": "answered", "actual": false}}
}

test_pass_a_port_of_a_range if {
	denials := control.deny with input as object.union(
		_host([_rule("accept", [_match("udp dport", ["8000-8009"])])]),
		{"listeners": {"listeners": [{"protocol": "udp", "port": 8009, "loopback": false}]}},
	)
	denials == set()
}

_host(rules) := {"firewall": {"ipv6": true, "chains": [_chain("input", rules), _chain("forward", [])]}}

_chain(hook, rules) := {
	"family": "inet", "table": "hubops", "name": hook, "type": "filter",
	"hook": hook, "policy": "drop", "dormant": false, "rules": rules,
}

_rule(verdict, matches) := {"verdict": verdict, "matches": matches, "log": null, "comment": null}

_match(on, values) := {"on": on, "op": "==", "values": values}
