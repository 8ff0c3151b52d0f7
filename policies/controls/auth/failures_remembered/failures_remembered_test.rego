package controls.auth.failures_remembered_test

import data.controls.auth.failures_remembered as control

test_fail_short if {
	denials := control.deny with input as _pam(899) with data.params as _params
	denials == {{"item": "/etc/pam.d/common-auth: preauth", "expected": ">= 900", "actual": 899}}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _pam(900) with data.params as _params
	denials == set()
}

_pam(seconds) := {"pam": {"lockouts": [{
	"path": "/etc/pam.d/common-auth",
	"step": "preauth",
	"fail_interval_seconds": seconds,
}]}}

test_fail_no_lockout if {
	denials := control.deny with input as {"pam": {"lockouts": []}} with data.params as _params
	denials == {{"item": "pam_faillock.so", "expected": ">= 1", "actual": 0}}
}

_params := {"auth": {"failures_remembered": {"fail_interval_seconds": 900}}}
