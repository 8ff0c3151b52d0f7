package controls.accounts.stale_absent_test

import data.controls.accounts.stale_absent as control

test_fail_too_long_ago if {
	every who in [[{}, {"last_login": 909}], [{"last_change": 909}, {"last_login": 800}], [{"last_change": 909, "password": "locked"}, {"keys": 1}]] {
		denials := control.deny with data.params as _params with input as _host(who[0], who[1])
		denials == {{"item": "ann", "expected": "<= 90 days", "actual": 91}}
	}
}

test_fail_never if {
	denials := control.deny with data.params as _params with input as _host({"last_change": null}, {})
	denials == {{"item": "ann", "expected": "<= 90 days", "actual": 1000}}
}

test_fail_to_come if {
	denials := control.deny with data.params as _params with input as _host({}, {"last_login": 1002})
	denials == {{"item": "ann", "expected": "<= 90 days", "actual": -2}}
}

test_fail_unknown if {
	denials := control.deny with data.params as _params with input as _host({}, {"name": "zoe"})
	denials == {{"item": "ann", "expected": "<= 90 days", "actual": null}}
}

test_pass if {
	every who in [
		[{}, {"last_login": 910}], [{"last_change": 910}, {}], [{}, {"last_login": 1001}], [{"password": "locked"}, {}],
		[{"expire": 1000}, {}], [{"name": "hubops"}, {}], [{"can_login": false}, {"name": "zoe"}],
	] {
		control.deny == set() with data.params as _params with input as _host(who[0], who[1])
	}
}

_host(user, login) := {
	"as_of": "1972-09-27T12:00:00Z",
	"accounts": {"users": [object.union(
		{"name": "ann", "can_login": true, "password": "hash", "last_change": 1, "expire": null},
		user,
	)]},
	"access": {"logins": [object.union({"name": "ann", "keys": 0, "last_login": null}, login)]},
}

_params := {"accounts": {"stale_absent": {"days": 90, "automation_accounts": ["hubops"]}}}
