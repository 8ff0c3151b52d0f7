package controls.accounts.registered_test

import data.controls.accounts.registered as control

test_fail if {
	denials := control.deny with data.params as _params with input as _host("ann", true)
	denials == {{"item": "ann", "expected": "registered", "actual": null}}
}

test_pass if {
	control.deny == set() with data.params as _params with input as _host("ann", false)
	control.deny == set() with data.params as _params with input as _host("hubops", true)
}

_host(name, can_login) := {"accounts": {"users": [{"name": name, "can_login": can_login}, {"name": "root", "can_login": true}]}}

_params := {"accounts": {"registered": {"registered": ["root", "hubops"]}}}
