package controls.accounts.log_readers_separated_test

import data.controls.accounts.log_readers_separated as control

test_fail if {
	denials := control.deny with data.params as _params with input as _host(["aud", "bob"], ["ann"])
	denials == {{"item": "adm", "expected": [], "actual": ["bob"]}, {"item": "systemd-journal", "expected": [], "actual": ["ann", "first"]}}
}

test_pass if {
	denials := control.deny with data.params as _params with input as _host(["aud"], ["aud"])
	denials == {{"item": "systemd-journal", "expected": [], "actual": ["first"]}}
	readers := object.union(_params, {"accounts": {"log_readers_separated": {"log_readers": ["first"]}}})
	control.deny == set() with data.params as readers with input as _host(["aud"], ["aud"])
}

_host(adm, journal) := {"accounts": {
	"users": [{"name": "first", "gid": 3}, {"name": "aud", "gid": 100}],
	"groups": [
		{"name": "adm", "gid": 2, "members": adm},
		{"name": "systemd-journal", "gid": 3, "members": journal},
		{"name": "hub-auditors", "gid": 4, "members": ["aud"]},
		{"name": "video", "gid": 5, "members": ["bob"]},
	],
}}

_params := {"accounts": {"log_readers_separated": {"audit_group": "hub-auditors", "log_groups": ["adm", "systemd-journal"], "log_readers": []}}}
