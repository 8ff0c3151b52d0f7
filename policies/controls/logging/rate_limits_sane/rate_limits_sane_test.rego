package controls.logging.rate_limits_sane_test

import data.controls.logging.rate_limits_sane as control

test_fail_switched_off if {
	denials := control.deny with input as {"log_settings": {"journal": {"compress": true, "max_use_mib": 1024, "rate_seconds": 0, "rate_burst": 0}}} with data.params.logging.rate_limits_sane as {"rate_burst": 1000}
	denials == {{"item": "journald RateLimitIntervalSec", "expected": "> 0", "actual": 0}, {"item": "journald RateLimitBurst", "expected": ">= 1000", "actual": 0}}
}

test_fail_too_low if {
	denials := control.deny with input as {"log_settings": {"journal": {"compress": true, "max_use_mib": 1024, "rate_seconds": 30, "rate_burst": 999}}} with data.params.logging.rate_limits_sane as {"rate_burst": 1000}
	denials == {{"item": "journald RateLimitBurst", "expected": ">= 1000", "actual": 999}}
}

test_fail_not_known if {
	denials := control.deny with input as {"log_settings": {"journal": {"compress": true, "max_use_mib": 1024, "rate_seconds": null, "rate_burst": null}}} with data.params.logging.rate_limits_sane as {"rate_burst": 1000}
	denials == {{"item": "journald RateLimitIntervalSec", "expected": "> 0", "actual": null}, {"item": "journald RateLimitBurst", "expected": ">= 1000", "actual": null}}
}

test_pass_on_the_bound if {
	denials := control.deny with input as {"log_settings": {"journal": {"compress": true, "max_use_mib": 1024, "rate_seconds": 30, "rate_burst": 1000}}} with data.params.logging.rate_limits_sane as {"rate_burst": 1000}
	denials == set()
}
