package controls.kernel.core_dumps_disabled_test

import data.controls.kernel.core_dumps_disabled as control

test_fail_sessions if {
	denials := control.deny with input as _host([_limit("*", "0"), _limit("deploy", "unlimited")], "0", "none", "0")
	denials == {
		{"item": "session limit of deploy", "expected": "0", "actual": "unlimited"},
		{"item": "session limit of root", "expected": "0", "actual": null},
	}
}

test_fail_services if {
	every limit in ["infinity", null] {
		denials := control.deny with input as _host(_both, limit, "none", "0")
		denials == {{"item": "service limit", "expected": "0", "actual": limit}}
	}
}

test_fail_stored if {
	denials := control.deny with input as _host(_both, "0", "external", "default")
	denials == {
		{"item": "systemd-coredump storage", "expected": "none", "actual": "external"},
		{"item": "systemd-coredump process_size_max", "expected": "0", "actual": "default"},
	}
}

test_pass if {
	denials := control.deny with input as _host(_both, "0", "none", "0")
	denials == set()
}

_both := [_limit("*", "0"), _limit("root", "0")]

_limit(domain, value) := {"domain": domain, "value": value}

_host(sessions, services, storage, size) := {"coredumps": {
	"session_limits": sessions,
	"service_limit": services,
	"collector": {"storage": storage, "process_size_max": size},
}}
