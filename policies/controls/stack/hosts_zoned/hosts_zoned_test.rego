package controls.stack.hosts_zoned_test

import data.controls.stack.hosts_zoned as control

test_pass_zoned if _denials(_host({})) == set()

test_fail_no_zone if _denials(_host({"zone": null})) == _fails(null)

test_fail_undeclared_zone if _denials(_host({"zone": "dmz9"})) == _fails("dmz9")

# The judge says `unknown`, because the section names the fact as unreadable.
test_unknown_is_no_violation if _denials(_host({"zone": null, "unknown": ["zone"]})) == set()

test_host_to_go_is_not_judged if _denials(_host({"zone": null, "op": "delete"})) == set()

test_no_host if {
	control.not_applicable.en with input as {"plan": {"hosts": [], "unreadable": []}}
}

test_no_host_seen_in_half_a_preview if {
	half := {"plan": {"hosts": [], "unreadable": [{"what": "resources", "why": "not listed"}]}}
	not control.not_applicable with input as half
}

_denials(host) := found if {
	found := control.deny with input as {"plan": {"hosts": [host], "unreadable": _holes(host)}}
		with data.params.stack.hosts_zoned.zones as ["platform", "management"]
}

_fails(actual) := {{"item": "hub-1", "expected": ["management", "platform"], "actual": actual}}

_host(changes) := object.union({"name": "hub-1", "op": "create", "zone": "platform", "unknown": []}, changes)

_holes(host) := [{"what": fact, "why": "known only after deployment"} | some fact in host.unknown]
