package controls.firewall.accepts_narrow_test

import data.controls.firewall.accepts_narrow as control

test_fail_without_a_filter if {
	denials := control.deny with input as {"firewall": {"ipv6": true, "chains": []}, "listeners": {"listeners": []}, "os": {"platform": "vm"}} with data.params.firewall.accepts_narrow.public_ports as []
	denials == {{"item": "input filter (ip)", "expected": "denies by default", "actual": []}}
}

test_fail_port_or_source_missing if {
	denials := control.deny with input as _host([
		_rule("accept", [_match("tcp dport", ["443"])]),
		_rule("accept", [_match("ip saddr", ["10.0.0.0/8"])]),
		_rule("accept", [_match("tcp dport", ["80"]), _match("ip saddr", ["@unknown"])]),
	])
		with data.params.firewall.accepts_narrow.public_ports as ["udp/443"]
	denials == {
		{"item": "tcp dport == 443", "expected": "protocol, port and source", "actual": ["source"]},
		{"item": "ip saddr == 10.0.0.0/8", "expected": "protocol, port and source", "actual": ["port"]},
		{"item": "tcp dport == 80; ip saddr == @unknown", "expected": "protocol, port and source", "actual": ["source"]},
	}
}

test_pass_narrow_or_public if {
	denials := control.deny with input as _host([
		_rule("accept", [_match("iifname", ["lo"])]),
		_rule("accept", [_match("tcp dport", ["443"])]),
		_rule("accept", [_match("ip saddr", ["10.0.0.0/8"]), _match("udp dport", ["123"])]),
	])
		with data.params.firewall.accepts_narrow.public_ports as ["tcp/443"]
	denials == set()
}

_host(rules) := {"firewall": {"ipv6": true, "chains": [_chain("input", rules), _chain("forward", [])]}}

_chain(hook, rules) := {
	"family": "inet", "table": "hubops", "name": hook, "type": "filter",
	"hook": hook, "policy": "drop", "dormant": false, "rules": rules,
}

_rule(verdict, matches) := {"verdict": verdict, "matches": matches, "log": null, "comment": null}

_match(on, values) := {"on": on, "op": "==", "values": values}
