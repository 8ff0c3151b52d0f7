package controls.stack.containers_unprivileged_test

import data.controls.stack.containers_unprivileged as control

test_pass_unprivileged if _denials(_host({})) == set()

test_pass_capability_by_its_long_name if _denials(_host({"capabilities": ["CAP_NET_ADMIN"]})) == set()

test_fail_privileged if {
	_denials(_host({"privileged": true})) == {{"item": "hub-1.privileged", "expected": false, "actual": true}}
}

test_fail_not_said if {
	_denials(_host({"privileged": null})) == {{"item": "hub-1.privileged", "expected": false, "actual": null}}
}

test_fail_capability_beyond if {
	_denials(_host({"capabilities": ["NET_ADMIN", "SYS_TIME"]})) == {{
		"item": "hub-1.capabilities",
		"expected": ["NET_ADMIN"],
		"actual": ["NET_ADMIN", "SYS_TIME"],
	}}
}

test_fail_platform_not_said if {
	_denials(_host({"platform": null, "privileged": true})) == {{
		"item": "hub-1.privileged",
		"expected": false,
		"actual": true,
	}}
}

test_pass_machine_of_its_own if _denials(_host({"platform": "vm", "privileged": true})) == set()

test_pass_machine_of_its_own_and_nothing_known if {
	machine := _host({"platform": "vm", "privileged": null, "capabilities": null, "unknown": ["capabilities", "privileged"]})
	_denials(machine) == set()
	_denials_where_nothing_says_so(machine) == set()
}

test_unknown_is_no_violation if {
	_denials(_host({"privileged": null, "unknown": ["privileged"]})) == set()
}

test_fail_capabilities_unknown_and_nothing_says_so if {
	host := _host({"capabilities": null, "unknown": ["capabilities"]})
	_denials(host) == set()
	_denials_where_nothing_says_so(host) == {{"item": "hub-1.capabilities", "expected": ["NET_ADMIN"], "actual": null}}
}

test_no_container if {
	control.not_applicable.en with input as {"plan": {"hosts": [_host({"platform": "vm"})], "unreadable": []}}
}

_denials(host) := _found(host, _holes(host))

_denials_where_nothing_says_so(host) := _found(host, [])

_found(host, unreadable) := found if {
	found := control.deny with input as {"plan": {"hosts": [host], "unreadable": unreadable}}
		with data.params.stack.containers_unprivileged.capabilities as ["NET_ADMIN"]
}

_host(changes) := object.union(
	{
		"name": "hub-1",
		"op": "create",
		"platform": "container",
		"privileged": false,
		"capabilities": ["NET_ADMIN"],
		"unknown": [],
	},
	changes,
)

_holes(host) := [{"what": fact, "why": "known only after deployment"} | some fact in host.unknown]
