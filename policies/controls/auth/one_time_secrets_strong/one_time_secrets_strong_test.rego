package controls.auth.one_time_secrets_strong_test

import data.controls.auth.one_time_secrets_strong as control

import data.lib.pam

test_fail_each if {
	denials := control.deny with input as _enrolled("hotp", null, 5, 127) with data.params as _params
	denials == {
		{"item": "ann: kind", "expected": "totp", "actual": "hotp"},
		{"item": "ann: digits", "expected": ">= 6", "actual": 5},
		{"item": "ann: secret", "expected": ">= 128", "actual": 127},
	}
}

test_fail_long_step if {
	every seconds in [61, 0, null] {
		denials := control.deny with input as _enrolled("totp", seconds, 6, 160) with data.params as _params
		denials == {{"item": "ann: step", "expected": "1..60", "actual": seconds}}
	}
}

test_pass_at_the_bounds if {
	denials := control.deny with input as _enrolled("totp", 60, 6, 128) with data.params as _params
	denials == set()
}

test_not_applicable_without_one_time_passwords if {
	control.not_applicable == pam.no_one_time_passwords with input as {"pam": {"one_time": null}}
}

_enrolled(kind, step, digits, bits) := {"pam": {"one_time": {"enrolled": [{
	"user": "ann",
	"kind": kind,
	"step_seconds": step,
	"digits": digits,
	"secret_bits": bits,
}]}}}

_params := {"auth": {"one_time_secrets_strong": {"otp_secret_bits": 128, "otp_digits": 6}}}
