package controls.database.passwords_strong_hash_test

import data.controls.database.passwords_strong_hash as control

test_fail_weak if {
	settings := {"password_encryption": "md5", "weak_passwords": ["ann"], "hba": [{"line": 4, "method": "trust"}]}
	denials := control.deny with input as _host(settings)
	denials == {
		{"item": "15/main: password_encryption", "expected": "scram-sha-256", "actual": "md5"},
		{"item": "15/main: role ann", "expected": "scram-sha-256", "actual": "weaker"},
		{"item": "15/main: pg_hba.conf line 4", "expected": "scram-sha-256, peer, cert, gss or reject", "actual": "trust"},
	}
}

test_fail_down if {
	down := {"version": "15", "name": "main", "online": false, "settings": null}
	{"item": "15/main", "expected": "answers", "actual": "down"} in control.deny with input as {"database": {"clusters": [down]}}
}

test_pass_scram if {
	control.deny == set() with input as _host({"password_encryption": "scram-sha-256", "weak_passwords": [], "hba": [{"line": 4, "method": "peer"}]})
}

test_not_applicable_without_a_database if {
	control.not_applicable.en with input as {"database": {"clusters": []}}
	not control.not_applicable with input as _host({})
}

_host(settings) := {"database": {"clusters": [{"version": "15", "name": "main", "online": true, "settings": settings}]}}
