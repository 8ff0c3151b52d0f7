package controls.intrusion.management_never_banned_test

import data.controls.intrusion.management_never_banned as control

test_fail_nobody if {
	every host in [{"intrusion": {"ssh": null}}, _ignored(["127.0.0.0/8", "::1"])] {
		denials := control.deny with input as host with data.params.intrusion.management_never_banned as _params([])
		denials == {{"item": "never banned", "expected": ">= 1 address from outside", "actual": 0}}
	}
}

test_fail_missing_or_too_wide if {
	denials := control.deny with input as _ignored(["10.0.0.0/15"])
		with data.params.intrusion.management_never_banned as _params(["10.0.0.1"])
	denials == {
		{"item": "10.0.0.1", "expected": "never banned", "actual": false},
		{"item": "10.0.0.0/15", "expected": "networks from /16 (IPv4) and /48 (IPv6)", "actual": "10.0.0.0/15"},
	}
}

test_pass if {
	denials := control.deny with input as _ignored(["127.0.0.0/8", "10.0.0.1", "10.1.0.0/16"])
		with data.params.intrusion.management_never_banned as _params(["10.0.0.1"])
	denials == set()
}

_ignored(addresses) := {"intrusion": {"ssh": {"ignored": addresses}}}

_params(addresses) := {"never_banned": addresses, "ignored_prefix_v4": 16, "ignored_prefix_v6": 48}
