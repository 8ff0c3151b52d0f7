package controls.database.encrypted_connections_test

import data.controls.database.encrypted_connections as control

test_fail_in_the_clear if {
	settings := {"ssl": false, "ssl_min": "TLSv1", "hba": [{"line": 4, "type": "host", "method": "scram-sha-256"}, {"line": 5, "type": "host", "method": "reject"}]}
	denials := control.deny with input as _host(settings)
	denials == {
		{"item": "15/main: ssl", "expected": true, "actual": false},
		{"item": "15/main: ssl_min_protocol_version", "expected": "TLSv1.2, TLSv1.3", "actual": "TLSv1"},
		{"item": "15/main: pg_hba.conf line 4", "expected": "hostssl", "actual": "host"},
	}
}

test_fail_down if {
	down := {"version": "15", "name": "main", "online": false, "settings": null}
	{"item": "15/main", "expected": "answers", "actual": "down"} in control.deny with input as {"database": {"clusters": [down]}}
}

test_pass_over_tls if {
	settings := {"ssl": true, "ssl_min": "TLSv1.2", "hba": [{"line": 1, "type": "local", "method": "peer"}, {"line": 2, "type": "hostssl", "method": "scram-sha-256"}]}
	control.deny == set() with input as _host(settings)
}

test_not_applicable_without_a_database if {
	control.not_applicable.en with input as {"database": {"clusters": []}}
	not control.not_applicable with input as _host({})
}

_host(settings) := {"database": {"clusters": [{"version": "15", "name": "main", "online": true, "settings": settings}]}}
