package controls.firewall.invalid_dropped_test

import data.controls.firewall.invalid_dropped as control

test_fail_missing_late_or_partly if {
	every rules in [
		[],
		[_rule("accept", [_match("tcp dport", ["22"])]), _rule("drop", [_match("ct state", ["invalid"])])],
		[_rule("drop", [_match("ct state", ["invalid"]), _match("iifname", ["eth0"])])],
		[_rule("drop", [_match("ct state", ["untracked"])])],
	] {
		denials := control.deny with input as _host(rules)
		denials == {{"item": "invalid packets", "expected": "dropped first", "actual": false}}
	}
}

test_pass_after_the_replies if {
	denials := control.deny with input as _host([
		_rule("accept", [_match("ct state", ["established", "related"])]),
		_rule("drop", [_match("ct state", ["invalid"])]),
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
