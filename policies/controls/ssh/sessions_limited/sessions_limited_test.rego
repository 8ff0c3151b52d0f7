package controls.ssh.sessions_limited_test

import data.controls.ssh.sessions_limited as control
import data.lib.sshd

test_fail_too_many_sessions if {
	denials := control.deny with input as _sshd(11, "10:30:60") with data.params as _params
	denials == {{"item": "maxsessions", "expected": "0..10", "actual": 11}}
}

test_fail_each_part_of_startups if {
	every startups in ["11:30:60", "10:29:60", "10:30:61", null] {
		denials := control.deny with input as _sshd(10, startups) with data.params as _params
		denials == {{"item": "maxstartups", "expected": "<= 10:30:60", "actual": startups}}
	}
}

test_pass_at_the_bounds_and_below if {
	every startups in ["10:30:60", "5:50:20"] {
		control.deny == set() with input as _sshd(10, startups) with data.params as _params
	}
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null}}
	reason == sshd.absent
}

_sshd(sessions, startups) := {"sshd": {
	"installed": true,
	"options": {"maxsessions": sessions, "maxstartups": startups},
}}

_params := {"ssh": {"sessions_limited": {"max_startups": "10:30:60", "max_sessions": 10}}}
