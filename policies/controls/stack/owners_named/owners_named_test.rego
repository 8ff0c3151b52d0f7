package controls.stack.owners_named_test

import data.controls.stack.owners_named as control

test_pass_named if _denials(_host("POST-02", [])) == set()

test_fail_none if _denials(_host(null, [])) == _fails(null)

test_fail_blank if _denials(_host(" ", [])) == _fails(" ")

test_unknown_is_no_violation if _denials(_host(null, ["owner"])) == set()

test_no_host if control.not_applicable.en with input as {"plan": {"hosts": [], "unreadable": []}}

_fails(actual) := {{"item": "hub-1", "expected": "owner", "actual": actual}}

_denials(host) := found if {
	found := control.deny with input as {"plan": {"hosts": [host], "unreadable": _holes(host)}}
}

_host(owner, unknown) := {"name": "hub-1", "op": "create", "owner": owner, "unknown": unknown}

_holes(host) := [{"what": fact, "why": "known only after deployment"} | some fact in host.unknown]
