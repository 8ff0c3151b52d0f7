package controls.ssh.auth_tries_limited_test

import data.controls.ssh.auth_tries_limited as control
import data.lib.sshd

test_fail_too_many if {
	denials := control.deny with input as _sshd(5) with data.params as _params
	denials == {{"item": "maxauthtries", "expected": "1..4", "actual": 5}}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _sshd(4) with data.params as _params
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null}}
	reason == sshd.absent
}

_sshd(tries) := {"sshd": {"installed": true, "options": {"maxauthtries": tries}}}

_params := {"ssh": {"auth_tries_limited": {"max_auth_tries": 4}}}
