package controls.ssh.login_grace_limited_test

import data.controls.ssh.login_grace_limited as control
import data.lib.sshd

test_fail_too_long if {
	denials := control.deny with input as _sshd(61) with data.params as _params
	denials == {{"item": "logingracetime", "expected": "1..60", "actual": 61}}
}

test_fail_for_ever if {
	denials := control.deny with input as _sshd(0) with data.params as _params
	denials == {{"item": "logingracetime", "expected": "1..60", "actual": 0}}
}

test_pass_at_the_bounds if {
	every seconds in [1, 60] {
		control.deny == set() with input as _sshd(seconds) with data.params as _params
	}
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null}}
	reason == sshd.absent
}

_sshd(seconds) := {"sshd": {"installed": true, "options": {"logingracetime": seconds}}}

_params := {"ssh": {"login_grace_limited": {"login_grace_seconds": 60}}}
