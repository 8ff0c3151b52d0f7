package controls.firewall.management_sources_limited_test

import data.controls.firewall.management_sources_limited as control

test_fail_without_a_filter if {
	denials := control.deny with input as {"firewall": {"ipv6": true, "chains": []}, "listeners": {"listeners": []}, "os": {"platform": "vm"}} with data.params.firewall.management_sources_limited as _params
	denials == {{"item": "input filter (ip)", "expected": "denies by default", "actual": []}}
}

test_fail_everybody_too_wide_or_any_port if {
	denials := control.deny with input as _host([
		_rule("accept", [_match("tcp dport", ["20-30"])]),
		_rule("accept", [_match("ip saddr", ["10.0.0.0/15"]), _match("tcp dport", ["22"])]),
		_rule("accept", [_match("l4proto", ["tcp"])]),
	])
		with data.params.firewall.management_sources_limited as _params
	expected := "sources from /16 (IPv4) and /48 (IPv6)"
	denials == {
		{"item": "tcp dport == 20-30", "expected": expected, "actual": []},
		{"item": "ip saddr == 10.0.0.0/15; tcp dport == 22", "expected": expected, "actual": ["10.0.0.0/15"]},
		{"item": "l4proto == tcp", "expected": expected, "actual": []},
	}
}

test_pass_narrow_and_other_ports if {
	denials := control.deny with input as _host([
		_rule("accept", [_match("ip saddr", ["10.0.0.0/16", "192.0.2.1"]), _match("tcp dport", ["22"])]),
		_rule("accept", [_match("tcp dport", ["443"])]),
	])
		with data.params.firewall.management_sources_limited as _params
	denials == set()
}

_params := {"management_ports": [22], "management_prefix_v4": 16, "management_prefix_v6": 48}

_host(rules) := {"firewall": {"ipv6": true, "chains": [_chain("input", rules), _chain("forward", [])]}}

_chain(hook, rules) := {
	"family": "inet", "table": "hubops", "name": hook, "type": "filter",
	"hook": hook, "policy": "drop", "dormant": false, "rules": rules,
}

_rule(verdict, matches) := {"verdict": verdict, "matches": matches, "log": null, "comment": null}

_match(on, values) := {"on": on, "op": "==", "values": values}
