package controls.firewall.loopback_spoofing_dropped_test

import data.controls.firewall.loopback_spoofing_dropped as control

test_fail_missing_late_or_narrower if {
	every rules in [
		[_spoofed("ip6", "::1")],
		[_rule("accept", [_match("tcp dport", ["22"])]), _spoofed("ip", "127.0.0.0/8"), _spoofed("ip6", "::1")],
		[_rule("drop", [_match("ip saddr", ["127.0.0.0/8"]), _match("iifname", ["eth0"])]), _spoofed("ip6", "::1")],
	] {
		denials := control.deny with input as _host(rules)
		{"item": "127.0.0.0/8", "expected": "dropped from outside", "actual": false} in denials
	}
}

test_pass_both if {
	denials := control.deny with input as _host([_spoofed("ip", "127.0.0.0/8"), _spoofed("ip6", "::1")])
	denials == set()
}

test_pass_without_ipv6 if {
	host := object.union(_host([]), {"firewall": {"ipv6": false, "chains": [_chain("input", [_spoofed("ip", "127.0.0.0/8")])]}})
	denials := control.deny with input as host
	denials == set()
}

_spoofed(family, source) := _rule("drop", [
	{"on": "iifname", "op": "!=", "values": ["lo"]},
	_match(sprintf("%s saddr", [family]), [source]),
])

_host(rules) := {"firewall": {"ipv6": true, "chains": [_chain("input", rules), _chain("forward", [])]}}

_chain(hook, rules) := {
	"family": "inet", "table": "hubops", "name": hook, "type": "filter",
	"hook": hook, "policy": "drop", "dormant": false, "rules": rules,
}

_rule(verdict, matches) := {"verdict": verdict, "matches": matches, "log": null, "comment": null}

_match(on, values) := {"on": on, "op": "==", "values": values}
