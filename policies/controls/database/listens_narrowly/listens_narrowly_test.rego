package controls.database.listens_narrowly_test

import data.controls.database.listens_narrowly as control

test_fail_everywhere if {
	denials := control.deny with input as _host({"listen": ["*", "localhost"]}) with data.params.database.listens_narrowly.addresses as ["localhost"]
	denials == {{"item": "15/main: listen_addresses", "expected": "localhost", "actual": "*"}}
}

test_fail_down if {
	down := {"version": "15", "name": "main", "online": false, "settings": null}
	{"item": "15/main", "expected": "answers", "actual": "down"} in control.deny with input as {"database": {"clusters": [down]}} with data.params.database.listens_narrowly.addresses as ["localhost"]
}

test_pass_here_alone if {
	control.deny == set() with input as _host({"listen": ["localhost"]}) with data.params.database.listens_narrowly.addresses as ["localhost"]
}

test_not_applicable_without_a_database if {
	control.not_applicable.en with input as {"database": {"clusters": []}}
	not control.not_applicable with input as _host({})
}

_host(settings) := {"database": {"clusters": [{"version": "15", "name": "main", "online": true, "settings": settings}]}}
