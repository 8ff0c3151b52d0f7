package controls.firewall.input_denied_by_default_test

import data.controls.firewall.input_denied_by_default as control

test_fail_without_a_filter if {
	denials := control.deny with input as {"firewall": {"ipv6": true, "chains": []}, "listeners": {"listeners": []}, "os": {"platform": "vm"}}
	denials == {{"item": "input filter (ip)", "expected": "denies by default", "actual": []}}
}

test_fail_accepts_by_default if {
	denials := control.deny with input as {"firewall": {"chains": [object.union(_chain("input", []), {"policy": "accept"})]}}
	denials == {{"item": "input filter (ip)", "expected": "denies by default", "actual": ["inet hubops input"]}}
}

test_pass_denies if {
	denials := control.deny with input as _host([])
	denials == set()
}

_host(rules) := {"firewall": {"ipv6": true, "chains": [_chain("input", rules), _chain("forward", [])]}}

_chain(hook, rules) := {
	"family": "inet", "table": "hubops", "name": hook, "type": "filter",
	"hook": hook, "policy": "drop", "dormant": false, "rules": rules,
}

_rule(verdict, matches) := {"verdict": verdict, "matches": matches, "log": null, "comment": null}

_match(on, values) := {"on": on, "op": "==", "values": values}
