package controls.time.clock_in_step_test

import data.controls.time.clock_in_step as control

test_fail_unknown_offset if {
	denials := control.deny with input as _host("vm", null, null, 0) with data.params.time.clock_in_step.max_offset_seconds as 0.5
	denials == {
		{"item": "clock synchronised", "expected": true, "actual": null},
		{"item": "clock offset seconds", "expected": "<= 0.5", "actual": null},
	}
}

test_fail_too_far_off if {
	denials := control.deny with input as _host("vm", true, 0.6, 0) with data.params.time.clock_in_step.max_offset_seconds as 0.5
	denials == {{"item": "clock offset seconds", "expected": "<= 0.5", "actual": 0.6}}
}

test_fail_a_day_ahead_or_behind_whatever_chrony_believes if {
	every skew in [86400, -86400, 1, -1] {
		denials := control.deny with input as _host("vm", true, 0.1, skew) with data.params.time.clock_in_step.max_offset_seconds as 0.5
		denials == {{"item": "clock skew seconds", "expected": "-0.5..0.5", "actual": skew}}
	}
}

test_fail_unknown_skew if {
	denials := control.deny with input as _host("vm", true, 0.1, null) with data.params.time.clock_in_step.max_offset_seconds as 0.5
	denials == {{"item": "clock skew seconds", "expected": "-0.5..0.5", "actual": null}}
}

test_pass_at_the_bound if {
	denials := control.deny with input as _host("machine", true, 0.5, 0) with data.params.time.clock_in_step.max_offset_seconds as 0.5
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable.zh with input as _host("container", null, null, 0)
	not control.not_applicable with input as _host("vm", true, 0.1, 0)
}

_host(platform, synchronised, offset, skew) := {
	"os": {"platform": platform},
	"time": {"clock": {"synchronised": synchronised, "offset_within_seconds": offset}, "skew_seconds": skew},
}
