package controls.firewall.stateful_test

import data.controls.firewall.stateful as control

test_fail_missing_late_or_new if {
	every rules in [
		[],
		[_rule("accept", [_match("tcp dport", ["22"])]), _rule("accept", [_match("ct state", ["established"])])],
		[_rule("accept", [_match("ct state", ["established", "new"])])],
		[_rule("accept", [_match("ct state", ["related"])])],
	] {
		denials := control.deny with input as _host(rules)
		denials == {{"item": "replies", "expected": "accepted first, by state", "actual": false}}
	}
}

test_pass_first_but_for_the_host_itself if {
	denials := control.deny with input as _host([
		_rule("accept", [_match("iifname", ["lo"])]),
		_rule("accept", [_match("ct state", ["established", "related"])]),
		_rule("accept", [_match("tcp dport", ["22"])]),
	])
	denials == set()
}

_host(rules) := {"firewall": {"ipv6": true, "chains": [_chain("input", rules), _chain("forward", [])]}}

_chain(hook, rules) := {
	"family": "inet", "table": "hubops", "name": hook, "type": "filter",
	"hook": hook, "policy": "drop", "dormant": false, "rules": rules,
}

_rule(verdict, matches) := {"verdict": verdict, "matches": matches, "log": null, "comment": null}

_match(on, values) := {"on": on, "op": "==", "values": values}
