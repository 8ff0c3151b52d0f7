package controls.accounts.home_directories_private_test

import data.controls.accounts.home_directories_private as control

test_fail_open if {
	every mode in ["0755", "0770", "0751"] {
		denials := control.deny with input as _user({"home_mode": mode})
		denials == {{"item": "/home/ann", "expected": "<= 0750", "actual": mode}}
	}
}

test_fail_owned_by_another if {
	denials := control.deny with input as _user({"home_owner": "eve"})
	denials == {{"item": "/home/ann", "expected": "ann", "actual": "eve"}}
}

test_pass_owned_by_the_same_number if {
	double := {"name": "twin", "uid": 1000, "can_login": false, "system": false, "home_mode": null}
	host := _user({"home_owner": "twin"})
	users := array.concat(host.accounts.users, [double])
	control.deny == set() with input as {"accounts": {"users": users}}
}

test_pass_at_the_bound_and_stricter if {
	every mode in ["0750", "2750", "0700"] {
		control.deny == set() with input as _user({"home_mode": mode})
	}
}

test_pass_others if {
	every other in [{"system": true}, {"can_login": false}, {"home_mode": null}] {
		open := object.union({"home_mode": "0755", "home_owner": "eve"}, other)
		control.deny == set() with input as _user(open)
	}
}

_user(other) := {"accounts": {"users": [object.union(
	{
		"name": "ann",
		"uid": 1000,
		"system": false,
		"can_login": true,
		"home": "/home/ann",
		"home_mode": "0700",
		"home_owner": "ann",
	},
	other,
)]}}
