package controls.os.release_supported_test

import data.controls.os.release_supported as control

test_fail_after_the_last_day if {
	denials := control.deny with input as _host("12", "2028-07-01T00:00:00Z") with data.params.os.release_supported as _params
	denials == {{"item": "debian 12", "expected": ">= 2028-07-01", "actual": "2028-06-30"}}
}

test_fail_unlisted_release if {
	denials := control.deny with input as _host("9", "2026-01-01T00:00:00Z") with data.params.os.release_supported as _params
	denials == {{"item": "debian 9", "expected": "a supported release", "actual": null}}
}

test_fail_unknown_release if {
	denials := control.deny with input as _host(null, "2026-01-01T00:00:00Z") with data.params.os.release_supported as _params
	count(denials) == 1
}

test_pass_on_the_last_day if {
	denials := control.deny with input as _host("12", "2028-06-30T23:59:59Z") with data.params.os.release_supported as _params
	denials == set()
}

_params := {"releases": [{"id": "debian", "version_id": "12", "until": "2028-06-30"}]}

_host(version, as_of) := {"as_of": as_of, "os": {"id": "debian", "version_id": version}}
