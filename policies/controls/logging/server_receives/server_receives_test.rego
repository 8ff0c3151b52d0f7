package controls.logging.server_receives_test

import data.controls.logging.server_receives as control

test_fail_plain_input if {
	denials := control.deny with input as _host([{"kind": "imudp", "port": 514, "tls": false, "auth_mode": null, "permitted_peers": []}], 10)
	denials == {{"item": "imudp:514 tls", "expected": true, "actual": false}}
}

test_fail_anyone_may_send if {
	denials := control.deny with input as _host([object.union(_tls, {"auth_mode": "anon", "permitted_peers": []})], 10)
	denials == {{"item": "imtcp:6514 auth_mode", "expected": "x509/name", "actual": "anon"}}
}

test_fail_silent_sender if {
	denials := control.deny with input as _host([_tls], null)
	denials == {{"item": "records of hub-1", "expected": "<= 1440 minutes old", "actual": null}}
}

test_fail_no_sender if {
	inputs := [object.union(_tls, {"permitted_peers": []})]
	host := {"logging": {"rsyslog": {"inputs": inputs}, "senders": [], "unreadable": []}}
	denials := control.deny with input as host
	denials == {
		{"item": "imtcp:6514 permitted_peers", "expected": ">= 1", "actual": 0},
		{"item": "senders", "expected": ">= 1", "actual": 0},
	}
}

test_pass if {
	denials := control.deny with input as _host([_tls], 1440)
	denials == set()
}

test_not_applicable_elsewhere if {
	control.not_applicable.en with input as _host([], 10)
	not control.not_applicable with input as _host([_tls], 10)
}

test_not_excused_by_what_could_not_be_read if {
	host := {"logging": {"rsyslog": {"inputs": []}, "senders": [], "unreadable": [{"what": "/etc/rsyslog.conf", "why": "-"}]}}
	not control.not_applicable with input as host
	control.deny == set() with input as host # the hole makes it unknown
}

_tls := {"kind": "imtcp", "port": 6514, "tls": true, "auth_mode": "x509/name", "permitted_peers": ["hub-1"]}

_host(inputs, minutes) := {"logging": {
	"rsyslog": {"inputs": inputs},
	"senders": [{"host": "hub-1", "within_minutes": minutes}],
	"unreadable": [],
}}
