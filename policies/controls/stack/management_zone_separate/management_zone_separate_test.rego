package controls.stack.management_zone_separate_test

import data.controls.stack.management_zone_separate as control

test_pass_separate if _denials([_host("operations", "management"), _host("hub", "platform")]) == set()

test_fail_hub_in_management if {
	_denials([_host("hub", "management")]) == {{"item": "hub", "expected": "!= management", "actual": "management"}}
}

test_fail_operations_outside if {
	_denials([_host("operations", "platform")]) == {{"item": "operations", "expected": "management", "actual": "platform"}}
}

test_fail_without_zone if {
	_denials([_host("operations", null)]) == {{"item": "operations", "expected": "management", "actual": null}}
}

test_fail_without_role if {
	host := object.union(_host("hub", "management"), {"role": null})
	_denials([host]) == {{"item": "hub", "expected": "!= management", "actual": "management"}}
}

test_unknown_is_no_violation if {
	_denials([object.union(_host(null, "management"), {"unknown": ["role"]})]) == set()
	_denials([object.union(_host("operations", null), {"unknown": ["zone"]})]) == set()
}

test_no_host if control.not_applicable.en with input as {"plan": {"hosts": [], "unreadable": []}}

_denials(hosts) := found if {
	found := control.deny with input as {"plan": {"hosts": hosts, "unreadable": _holes(hosts)}}
		with data.params.stack.management_zone_separate as {"zone": "management", "roles": ["operations"]}
}

_host(role, zone) := {"name": role, "op": "create", "role": role, "zone": zone, "unknown": []}

_holes(hosts) := [{"what": fact, "why": "known only after deployment"} | some host in hosts; some fact in host.unknown]
