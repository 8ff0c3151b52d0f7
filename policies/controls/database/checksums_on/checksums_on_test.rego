package controls.database.checksums_on_test

import data.controls.database.checksums_on as control

test_fail_off if {
	control.deny == {{"item": "15/main: data_checksums", "expected": true, "actual": false}} with input as _host({"checksums": false})
}

test_fail_down if {
	down := {"version": "15", "name": "main", "online": false, "settings": null}
	{"item": "15/main", "expected": "answers", "actual": "down"} in control.deny with input as {"database": {"clusters": [down]}}
}

test_pass_on if {
	control.deny == set() with input as _host({"checksums": true})
}

test_not_applicable_without_a_database if {
	control.not_applicable.en with input as {"database": {"clusters": []}}
	not control.not_applicable with input as _host({})
}

_host(settings) := {"database": {"clusters": [{"version": "15", "name": "main", "online": true, "settings": settings}]}}
