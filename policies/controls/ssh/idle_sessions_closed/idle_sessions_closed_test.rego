package controls.ssh.idle_sessions_closed_test

import data.controls.ssh.idle_sessions_closed as control
import data.lib.sshd

test_fail_never_asked if {
	denials := control.deny with input as _sshd(0, 3) with data.params as _params
	denials == {{"item": "clientaliveinterval*clientalivecountmax", "expected": "1..900", "actual": "0*3"}}
}

test_fail_asked_but_never_closed if {
	denials := control.deny with input as _sshd(300, 0) with data.params as _params
	denials == {{"item": "clientaliveinterval*clientalivecountmax", "expected": "1..900", "actual": "300*0"}}
}

test_fail_too_long if {
	denials := control.deny with input as _sshd(301, 3) with data.params as _params
	denials == {{"item": "clientaliveinterval*clientalivecountmax", "expected": "1..900", "actual": "301*3"}}
}

test_fail_unknown if {
	denials := control.deny with input as _sshd(null, 3) with data.params as _params
	denials == {{"item": "clientaliveinterval*clientalivecountmax", "expected": "1..900", "actual": "null*3"}}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _sshd(300, 3) with data.params as _params
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null}}
	reason == sshd.absent
}

_sshd(interval, checks) := {"sshd": {
	"installed": true,
	"options": {"clientaliveinterval": interval, "clientalivecountmax": checks},
}}

_params := {"ssh": {"idle_sessions_closed": {"idle_seconds": 900}}}
