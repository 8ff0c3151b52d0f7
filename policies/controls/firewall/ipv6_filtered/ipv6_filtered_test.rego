package controls.firewall.ipv6_filtered_test

import data.controls.firewall.ipv6_filtered as control

test_fail_ipv4_alone if {
	denials := control.deny with input as {"firewall": {"ipv6": true, "chains": [
		object.union(_chain("input", []), {"family": "ip"}),
		_chain("forward", []),
	]}}
	denials == {{"item": "input filter (ip6)", "expected": "denies by default", "actual": []}}
}

test_pass_both if {
	denials := control.deny with input as _host([])
	denials == set()
}

test_not_applicable_without_ipv6 if {
	control.not_applicable.en with input as {"firewall": {"ipv6": false, "chains": []}}
	not control.not_applicable with input as _host([])
}

_host(rules) := {"firewall": {"ipv6": true, "chains": [_chain("input", rules), _chain("forward", [])]}}

_chain(hook, rules) := {
	"family": "inet", "table": "hubops", "name": hook, "type": "filter",
	"hook": hook, "policy": "drop", "dormant": false, "rules": rules,
}

_rule(verdict, matches) := {"verdict": verdict, "matches": matches, "log": null, "comment": null}

_match(on, values) := {"on": on, "op": "==", "values": values}
