package controls.firewall.drops_logged_test

import data.controls.firewall.drops_logged as control

test_fail_not_logged_unlimited_without_prefix_or_too_late if {
	every rules in [
		[],
		[_log("x", null, [])],
		[_log("", null, [_match("limit", ["5/minute"])])],
		[_log("x", 1, [_match("limit", ["5/minute"])])],
		[_rule("drop", []), _log("x", null, [_match("limit", ["5/minute"])])],
	] {
		denials := control.deny with input as _logging(rules)
		denials == {{"item": "input", "expected": "logged with a prefix and a limit", "actual": false}}
	}
}

test_pass_limited if {
	denials := control.deny with input as _logging([_log("x", null, [_match("limit", ["5/minute"])])])
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable.zh with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_log(prefix, group, matches) := object.union(_rule("continue", matches), {"log": {"prefix": prefix, "group": group}})

_logging(rules) := {"os": {"platform": "vm"}, "firewall": {"chains": [
	_chain("input", rules),
	_chain("forward", [_log("x", null, [_match("limit", ["5/minute"])])]),
]}}

_host(rules) := {"firewall": {"ipv6": true, "chains": [_chain("input", rules), _chain("forward", [])]}}

_chain(hook, rules) := {
	"family": "inet", "table": "hubops", "name": hook, "type": "filter",
	"hook": hook, "policy": "drop", "dormant": false, "rules": rules,
}

_rule(verdict, matches) := {"verdict": verdict, "matches": matches, "log": null, "comment": null}

_match(on, values) := {"on": on, "op": "==", "values": values}
