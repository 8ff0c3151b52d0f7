package controls.firewall.loaded_test

import data.controls.firewall.loaded as control

test_fail_nothing_loaded_or_dormant if {
	expected := {{"item": "incoming filter", "expected": ">= 1 rule", "actual": 0}}
	bare := control.deny with input as {"firewall": {"chains": []}}
	bare == expected
	dormant := control.deny with input as {"firewall": {"chains": [object.union(_chain("input", [_rule("drop", [])]), {"dormant": true})]}}
	dormant == expected
}

test_pass_one_rule if {
	denials := control.deny with input as _host([_rule("drop", [])])
	denials == set()
}

_host(rules) := {"firewall": {"ipv6": true, "chains": [_chain("input", rules), _chain("forward", [])]}}

_chain(hook, rules) := {
	"family": "inet", "table": "hubops", "name": hook, "type": "filter",
	"hook": hook, "policy": "drop", "dormant": false, "rules": rules,
}

_rule(verdict, matches) := {"verdict": verdict, "matches": matches, "log": null, "comment": null}

_match(on, values) := {"on": on, "op": "==", "values": values}
