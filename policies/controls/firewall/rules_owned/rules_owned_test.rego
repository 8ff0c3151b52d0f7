package controls.firewall.rules_owned_test

import data.controls.firewall.rules_owned as control

test_fail_without_a_filter if {
	denials := control.deny with input as {"firewall": {"ipv6": true, "chains": []}, "listeners": {"listeners": []}, "os": {"platform": "vm"}}
	denials == {{"item": "input filter (ip)", "expected": "denies by default", "actual": []}}
}

test_fail_no_comment_or_an_empty_one if {
	every comment in [null, "", " "] {
		denials := control.deny with input as _host([object.union(_rule("accept", [_match("tcp dport", ["22"])]), {"comment": comment})])
		denials == {{"item": "tcp dport == 22", "expected": "a comment", "actual": comment}}
	}
}

test_pass_commented_and_drops_need_none if {
	denials := control.deny with input as _host([object.union(_rule("accept", []), {"comment": "a: b"}), _rule("drop", [])])
	denials_of_rules := {denial | some denial in denials; denial.expected == "a comment"}
	denials_of_rules == set()
}

_host(rules) := {"firewall": {"ipv6": true, "chains": [_chain("input", rules), _chain("forward", [])]}}

_chain(hook, rules) := {
	"family": "inet", "table": "hubops", "name": hook, "type": "filter",
	"hook": hook, "policy": "drop", "dormant": false, "rules": rules,
}

_rule(verdict, matches) := {"verdict": verdict, "matches": matches, "log": null, "comment": null}

_match(on, values) := {"on": on, "op": "==", "values": values}
