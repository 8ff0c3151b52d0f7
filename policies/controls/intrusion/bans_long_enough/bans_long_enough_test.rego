package controls.intrusion.bans_long_enough_test

import data.controls.intrusion.bans_long_enough as control

test_fail_short_unknown_or_none if {
	every actual in [3599, 0, null] {
		denials := control.deny with input as {"intrusion": {"ssh": {"ban_seconds": actual}}}
			with data.params.intrusion.bans_long_enough.ban_seconds as 3600
		denials == {{"item": "ban seconds", "expected": ">= 3600", "actual": actual}}
	}
	none := control.deny with input as {"intrusion": {"ssh": null}} with data.params.intrusion.bans_long_enough.ban_seconds as 3600
	none == {{"item": "ban seconds", "expected": ">= 3600", "actual": null}}
}

test_pass_long_enough_or_for_ever if {
	every actual in [3600, -1] {
		denials := control.deny with input as {"intrusion": {"ssh": {"ban_seconds": actual}}}
			with data.params.intrusion.bans_long_enough.ban_seconds as 3600
		denials == set()
	}
}
