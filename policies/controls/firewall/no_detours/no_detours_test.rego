package controls.firewall.no_detours_test

import data.controls.firewall.no_detours as control

test_fail_without_a_filter if {
	denials := control.deny with input as {"firewall": {"ipv6": true, "chains": [], "legacy_tables": []}, "listeners": {"listeners": []}, "os": {"platform": "vm"}} with data.params.firewall.no_detours.redirecting_tables as []
	denials == {{"item": "input filter (ip)", "expected": "denies by default", "actual": []}}
}

test_fail_redirected_and_older_tables if {
	denials := control.deny with input as _detoured(false, ["nat"]) with data.params.firewall.no_detours.redirecting_tables as ["ip nat"]
	denials == {
		{"item": "inet hubops prerouting: tcp dport == 8080", "expected": "no detour", "actual": "redirect"},
		{"item": "nat", "expected": "no older iptables table", "actual": true},
	}
}

test_pass_declared_or_dormant if {
	declared := control.deny with input as _detoured(false, []) with data.params.firewall.no_detours.redirecting_tables as ["inet hubops"]
	declared == set()
	dormant := control.deny with input as _detoured(true, []) with data.params.firewall.no_detours.redirecting_tables as []
	dormant == set()
}

_detoured(dormant, legacy) := {"firewall": {"legacy_tables": legacy, "chains": [
	_chain("input", []),
	object.union(_chain("prerouting", [_rule("redirect", [_match("tcp dport", ["8080"])])]), {"type": "nat", "dormant": dormant}),
]}}

_host(rules) := {"firewall": {"ipv6": true, "chains": [_chain("input", rules), _chain("forward", [])]}}

_chain(hook, rules) := {
	"family": "inet", "table": "hubops", "name": hook, "type": "filter",
	"hook": hook, "policy": "drop", "dormant": false, "rules": rules,
}

_rule(verdict, matches) := {"verdict": verdict, "matches": matches, "log": null, "comment": null}

_match(on, values) := {"on": on, "op": "==", "values": values}
