package controls.logging.forwarded_test

import data.controls.logging.forwarded as control

test_fail_nothing_forwarded if {
	denials := control.deny with input as _host([], true)
	denials == {{"item": "forwarding of *.*", "expected": "tls", "actual": null}}
}

test_fail_part_forwarded if {
	denials := control.deny with input as _host([object.union(_good, {"selector": "mail.*"})], true)
	denials == {{"item": "forwarding of *.*", "expected": "tls", "actual": null}}
}

test_fail_plain_memory_queue_gives_up if {
	weak := object.union(_good, {"tls": false, "queue": "memory", "retry_count": 0})
	denials := control.deny with input as _host([weak], true)
	denials == {
		{"item": "ops-1:6514 tls", "expected": true, "actual": false},
		{"item": "ops-1:6514 queue", "expected": "disk", "actual": "memory"},
		{"item": "ops-1:6514 retry_count", "expected": -1, "actual": 0},
	}
}

test_fail_any_server_will_do if {
	denials := control.deny with input as _host([object.union(_good, {"auth_mode": "anon"})], true)
	denials == {{"item": "ops-1:6514 auth_mode", "expected": "x509/name", "actual": "anon"}}
}

test_fail_default_auth_mode if {
	denials := control.deny with input as _host([object.union(_good, {"auth_mode": null})], true)
	denials == {{"item": "ops-1:6514 auth_mode", "expected": "x509/name", "actual": null}}
}

test_fail_configuration_broken if {
	denials := control.deny with input as _host([_good], false)
	denials == {{"item": "rsyslogd -N1", "expected": "valid", "actual": "invalid"}}
}

test_fail_configuration_untried if {
	denials := control.deny with input as _host([_good], null)
	denials == {{"item": "rsyslogd -N1", "expected": "valid", "actual": null}}
}

test_fail_the_journal_pushes if {
	host := {"logging": {"rsyslog": {"valid": true, "reads_journal": false, "forwards": [_good]}}}
	denials := control.deny with input as host
	denials == {{"item": "messages of the journal", "expected": "read by rsyslog", "actual": "pushed to it"}}
}

test_pass if {
	denials := control.deny with input as _host([_good], true)
	denials == set()
}

_good := {
	"selector": "*.*",
	"target": "ops-1",
	"port": 6514,
	"protocol": "tcp",
	"tls": true,
	"auth_mode": "x509/name",
	"queue": "disk",
	"retry_count": -1,
}

_host(forwards, valid) := {"logging": {"rsyslog": {"valid": valid, "reads_journal": true, "forwards": forwards}}}
